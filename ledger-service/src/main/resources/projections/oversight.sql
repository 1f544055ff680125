-- Inspections, drills and voluntary reports: what was recorded of each, corrections beside what
-- they correct, also open and returned ones; no free text. Reader rights: one ledger at a time.

CREATE TABLE recording (
  ledger      text NOT NULL,
  kind        text NOT NULL,
  id          uuid NOT NULL,
  sequence    bigint NOT NULL,
  leaf_index  bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  -- Event id and actor of the entry.
  entry       uuid NOT NULL,
  actor       text NOT NULL,
  -- Null: recorded. Else of a correction: OPEN, APPROVED or RETURNED.
  correction  text,
  shown       boolean NOT NULL,
  inspector   text,
  first_day   date,
  last_day    date,
  received_at timestamptz,
  channel     text,
  informant   text,
  PRIMARY KEY (ledger, kind, id, sequence)
);
-- What holds now of each: the correction approved last, or else the recording; in old streams, in
-- which one person recorded again, the last of them.
CREATE UNIQUE INDEX recording_shown ON recording (ledger, kind, id DESC) WHERE shown;
CREATE INDEX recording_open ON recording (ledger, kind, id DESC) WHERE correction = 'OPEN';

CREATE TABLE forwarding (
  ledger       text NOT NULL,
  id           uuid NOT NULL,
  sequence     bigint NOT NULL,
  leaf_index   bigint NOT NULL,
  agency       text NOT NULL,
  forwarded_at timestamptz NOT NULL,
  PRIMARY KEY (ledger, id, sequence)
);

ALTER TABLE recording ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON recording FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE forwarding ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON forwarding FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
