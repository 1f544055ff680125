-- Which requests two people refused as suspected forgeries, so that other enterprises are warned.
-- Reader rights: one ledger at a time.

CREATE TABLE proposed (
  ledger   text NOT NULL,
  prepared uuid NOT NULL,
  PRIMARY KEY (ledger, prepared)
);

CREATE TABLE suspicion (
  ledger      text NOT NULL,
  event_id    uuid NOT NULL,
  request_id  uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (ledger, event_id)
);
CREATE INDEX suspicion_by_time ON suspicion (recorded_at);

ALTER TABLE proposed ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON proposed FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE suspicion ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON suspicion FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
