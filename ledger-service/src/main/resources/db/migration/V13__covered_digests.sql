-- Keyed digests are stored wrapped by a key that changes, as data keys are (decision 0019). NULL: an
-- older version wrote the digest bare; the next upkeep covers it.
ALTER TABLE lookup
  ADD COLUMN cover_key text,
  DROP CONSTRAINT lookup_hmac_check,
  ADD CONSTRAINT lookup_hmac_check
    CHECK (octet_length(hmac) = CASE WHEN cover_key IS NULL THEN 32 ELSE 40 END);
ALTER TABLE idempotency
  ADD COLUMN cover_key text,
  DROP CONSTRAINT idempotency_key_hmac_check,
  DROP CONSTRAINT idempotency_command_hmac_check,
  ADD CONSTRAINT idempotency_hmac_check
    CHECK (octet_length(key_hmac) = CASE WHEN cover_key IS NULL THEN 32 ELSE 40 END
       AND octet_length(command_hmac) = octet_length(key_hmac));
CREATE INDEX lookup_by_cover ON lookup (cover_key);
CREATE INDEX idempotency_by_cover ON idempotency (cover_key);

-- What is stored may be wrapped anew; of what, and where it stands, is never changed.
GRANT UPDATE (hmac, cover_key) ON lookup TO ledger_writer;

-- A process that has not heard of it yet covers nothing by a key that is destroyed: nobody would
-- find it again.
CREATE FUNCTION refuse_dead_cover() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM written w JOIN key_encryption_key k ON k.id = w.cover_key
             WHERE k.destroyed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'covered by a destroyed key' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER no_dead_cover AFTER INSERT ON lookup REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_dead_cover();
CREATE TRIGGER no_dead_cover_again AFTER UPDATE ON lookup REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_dead_cover();
CREATE TRIGGER no_dead_cover AFTER INSERT ON idempotency REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_dead_cover();
CREATE TRIGGER no_dead_cover_again AFTER UPDATE ON idempotency REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_dead_cover();
