-- How far a ledger's entries and checkpoints have been taken by the brokers. Written after they
-- said so: what a crash leaves between is published once more, never left out.
CREATE TABLE publication (
  ledger_id  uuid PRIMARY KEY REFERENCES ledger (id),
  entries    bigint NOT NULL CHECK (entries >= 0),
  checkpoint bigint NOT NULL CHECK (checkpoint >= 0)
);
CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON publication
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT, UPDATE ON publication TO ledger_writer;
GRANT SELECT ON publication TO ledger_reader;
ALTER TABLE publication ENABLE ROW LEVEL SECURITY;
ALTER TABLE publication FORCE ROW LEVEL SECURITY;
CREATE POLICY all_ledgers ON publication TO ledger_writer USING (true) WITH CHECK (true);
CREATE POLICY one_ledger ON publication FOR SELECT TO ledger_reader
  USING (ledger_id = nullif(current_setting('ledger.id', true), '')::uuid);
