-- The ledger that goes on where this one ended (FORMAT §2a), by its name: from then on this one takes
-- nothing. In the row that every append locks, so that none comes behind its back; said once.
ALTER TABLE ledger_head ADD COLUMN successor text UNIQUE REFERENCES ledger (name);
CREATE TRIGGER succeeded_once BEFORE UPDATE OF successor ON ledger_head
  FOR EACH ROW WHEN (OLD.successor IS NOT NULL AND NEW.successor IS DISTINCT FROM OLD.successor)
  EXECUTE FUNCTION refuse_change();
-- Also of an older version of this service, which does not know that ledgers end.
CREATE TRIGGER ended_for_ever BEFORE UPDATE OF size, root, frontier ON ledger_head
  FOR EACH ROW WHEN (OLD.successor IS NOT NULL) EXECUTE FUNCTION refuse_change();
-- Nor is a head signed behind its back. The lock waits for whoever is ending it.
CREATE FUNCTION refuse_note_of_ended() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ended text;
BEGIN
  SELECT successor INTO ended FROM ledger_head WHERE ledger_id = NEW.ledger_id FOR SHARE;
  IF ended IS NOT NULL THEN
    RAISE EXCEPTION 'the ledger has ended: no head of it is signed any more';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signed_before_the_end BEFORE INSERT ON checkpoint
  FOR EACH ROW EXECUTE FUNCTION refuse_note_of_ended();
-- What entry 0 says of the ledger before, but for the words of the reason, which the vault keeps: looked
-- up once, so that an opening that was interrupted says what it began with.
ALTER TABLE ledger ADD COLUMN predecessor jsonb, ADD COLUMN predecessor_mac bytea,
  ADD CHECK ((predecessor IS NULL) = (predecessor_mac IS NULL));
