-- Key-encryption keys, whose bytes lie in the key ring: since when each is known here, since when
-- nothing of the vault is wrapped by it, and when it was destroyed. A row is never removed, so that
-- a key that comes back with an old key folder is known to have been destroyed.
CREATE TABLE key_encryption_key (
  id           text PRIMARY KEY,
  made_at      timestamptz NOT NULL,
  unused_since timestamptz,
  destroyed_at timestamptz
);

-- Streams whose starred values were destroyed, and under which data key they were encrypted.
-- "finished_at" says that the key's id is in the file outside the database and that the stored
-- documents are deleted: until then the next start goes on with it.
CREATE TABLE erasure (
  ledger_id   uuid NOT NULL,
  stream_id   text NOT NULL,
  data_key_id uuid UNIQUE,
  erased_at   timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (ledger_id, stream_id)
);
CREATE INDEX erasure_unfinished ON erasure (erased_at) WHERE finished_at IS NULL;

CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON key_encryption_key
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON erasure
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A process that has not heard of it yet neither wraps by a key that is destroyed nor gives an
-- erased stream another key. A violation of integrity, so that the appender refuses one command
-- for it, and not its batch.
CREATE FUNCTION refuse_dead_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM written w JOIN key_encryption_key k ON k.id = w.kek_id
             WHERE k.destroyed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'wrapped by a destroyed key' USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF EXISTS (SELECT FROM written w JOIN erasure e
               ON e.ledger_id = w.ledger_id AND e.stream_id = w.stream_id) THEN
    RAISE EXCEPTION 'the stream is erased' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER no_dead_key AFTER INSERT ON data_key REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_dead_key();
CREATE TRIGGER no_dead_key_again AFTER UPDATE ON data_key REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_dead_key();

CREATE INDEX data_key_by_kek ON data_key (kek_id);

GRANT SELECT, INSERT, UPDATE ON key_encryption_key, erasure TO ledger_writer;
GRANT SELECT ON erasure TO ledger_reader;
ALTER TABLE erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure FORCE ROW LEVEL SECURITY;
CREATE POLICY every_ledger ON erasure TO ledger_writer, ledger_owner
  USING (true) WITH CHECK (true);
CREATE POLICY one_ledger ON erasure FOR SELECT TO ledger_reader
  USING (ledger_id = nullif(current_setting('ledger.id', true), '')::uuid);
