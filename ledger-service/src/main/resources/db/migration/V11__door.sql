-- How much a person or an address has asked for: Bucket4j's state, under a keyed digest of who. Not
-- logged: after a crash everybody begins with a full minute, and no WAL keeps who was here.
CREATE UNLOGGED TABLE rate_bucket (
  id         text PRIMARY KEY,
  state      bytea,
  expires_at bigint
) WITH (fillfactor = 50);
CREATE INDEX rate_bucket_expires_at ON rate_bucket (expires_at);

CREATE TRIGGER never_emptied BEFORE TRUNCATE ON rate_bucket
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_bucket TO ledger_writer;
-- Of no ledger, so of no reader.
ALTER TABLE rate_bucket ENABLE ROW LEVEL SECURITY;
ALTER TABLE rate_bucket FORCE ROW LEVEL SECURITY;
CREATE POLICY the_door ON rate_bucket TO ledger_writer USING (true) WITH CHECK (true);
