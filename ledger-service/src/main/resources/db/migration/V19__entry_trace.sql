-- Where the steps belong that follow an entry's commit, of commands that are traced; gone when the
-- entry is published. Nothing that anybody asked for or was told stands here.
CREATE TABLE entry_trace (
  ledger_id  uuid NOT NULL REFERENCES ledger (id),
  leaf_index bigint NOT NULL CHECK (leaf_index >= 0),
  parent     text NOT NULL CHECK (parent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$'),
  PRIMARY KEY (ledger_id, leaf_index)
);
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON entry_trace
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT, DELETE ON entry_trace TO ledger_writer;
GRANT SELECT ON entry_trace TO ledger_reader;
ALTER TABLE entry_trace ENABLE ROW LEVEL SECURITY;
ALTER TABLE entry_trace FORCE ROW LEVEL SECURITY;
CREATE POLICY all_ledgers ON entry_trace TO ledger_writer USING (true) WITH CHECK (true);
CREATE POLICY one_ledger ON entry_trace FOR SELECT TO ledger_reader
  USING (ledger_id = nullif(current_setting('ledger.id', true), '')::uuid);
