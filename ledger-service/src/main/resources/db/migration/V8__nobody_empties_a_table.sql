-- TRUNCATE asks for no row and passes row-level security by: refused to everybody on every table of
-- the ledger, its owner included. What may be erased is deleted row by row, and that is recorded.
DO $$
DECLARE t text;
BEGIN
  FOR t IN
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind = 'r'
      AND EXISTS (SELECT FROM pg_attribute a
                  WHERE a.attrelid = c.oid AND a.attname = 'ledger_id' AND NOT a.attisdropped)
      -- Bit 5 of tgtype: fires on TRUNCATE.
      AND NOT EXISTS (SELECT FROM pg_trigger g
                      WHERE g.tgrelid = c.oid AND g.tgtype & 32 <> 0)
  LOOP
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- The reader reads: a temporary table would stand before the ledger's own in its session.
DO $$
BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END $$;
