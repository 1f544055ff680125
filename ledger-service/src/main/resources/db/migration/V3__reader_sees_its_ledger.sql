-- The list of ledgers is no business of a query for one of them.
ALTER TABLE ledger ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger FORCE ROW LEVEL SECURITY;
CREATE POLICY every_ledger ON ledger TO ledger_writer, ledger_owner USING (true) WITH CHECK (true);
CREATE POLICY one_ledger ON ledger FOR SELECT TO ledger_reader
  USING (id = nullif(current_setting('ledger.id', true), '')::uuid);
