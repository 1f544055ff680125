-- What somebody has to look at, raised once for each cause; no personal data, and of another
-- enterprise nothing but the agency's code.
CREATE SEQUENCE alert_id;
CREATE TABLE alert (
  ledger_id       uuid NOT NULL REFERENCES ledger (id),
  id              bigint NOT NULL DEFAULT nextval('alert_id'),
  kind            text NOT NULL CHECK (kind ~ '^[A-Z_]{1,32}$'),
  subject         text NOT NULL CHECK (length(subject) <= 64),
  cause           text NOT NULL CHECK (length(cause) <= 64),
  register_number text,
  agency          text,
  due             timestamptz,
  raised_at       timestamptz NOT NULL,
  mailed_at       timestamptz,
  PRIMARY KEY (ledger_id, kind, subject, cause),
  UNIQUE (ledger_id, id)
);
CREATE INDEX alert_by_subject ON alert (ledger_id, subject);
CREATE INDEX alert_unmailed ON alert (ledger_id, id) WHERE mailed_at IS NULL;

CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON alert
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_changed
  BEFORE UPDATE OF ledger_id, id, kind, subject, cause, register_number, agency, due, raised_at
  ON alert FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT USAGE ON SEQUENCE alert_id TO ledger_writer;
GRANT SELECT, INSERT, UPDATE (mailed_at) ON alert TO ledger_writer;
GRANT SELECT ON alert TO ledger_reader;
ALTER TABLE alert ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert FORCE ROW LEVEL SECURITY;
CREATE POLICY all_ledgers ON alert TO ledger_writer USING (true) WITH CHECK (true);
CREATE POLICY one_ledger ON alert FOR SELECT TO ledger_reader
  USING (ledger_id = nullif(current_setting('ledger.id', true), '')::uuid);
