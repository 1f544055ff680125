-- Register numbers (số đến): the ordinal of a numbered entry among those of its ledger and year by
-- leaf index, the year being that of recordedtime in Viet Nam. Derived, so no entry states it; kept
-- here so that it is answered at once. The verifier derives it anew from the entries alone.

CREATE TABLE register_number (
  ledger_id  uuid NOT NULL,
  leaf_index bigint NOT NULL CHECK (leaf_index >= 0),
  year       integer NOT NULL,
  ordinal    integer NOT NULL CHECK (ordinal > 0),
  stream_id  text NOT NULL,
  PRIMARY KEY (ledger_id, leaf_index),
  UNIQUE (ledger_id, year, ordinal)
);
CREATE INDEX register_number_by_stream ON register_number (ledger_id, stream_id);

CREATE TABLE register_counter (
  ledger_id uuid NOT NULL,
  year      integer NOT NULL,
  last      integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (ledger_id, year)
);

-- Ledgers that were there before this table.
INSERT INTO register_number (ledger_id, leaf_index, year, ordinal, stream_id)
SELECT ledger_id, leaf_index, year,
       row_number() OVER (PARTITION BY ledger_id, year ORDER BY leaf_index), stream_id
FROM (SELECT ledger_id, leaf_index, stream_id,
             extract(year FROM recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::integer AS year
      FROM entry WHERE type ~ '^org[.]disclosureledger[.]request[.]recorded[.]v[0-9]+$') recorded;
INSERT INTO register_counter (ledger_id, year, last)
SELECT ledger_id, year, max(ordinal) FROM register_number GROUP BY ledger_id, year;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON register_number
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON register_counter
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON register_number TO ledger_writer;
GRANT SELECT, INSERT, UPDATE ON register_counter TO ledger_writer;
GRANT SELECT ON register_number TO ledger_reader;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['register_number', 'register_counter'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY every_ledger ON %I TO ledger_writer, ledger_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY one_ledger ON %I FOR SELECT TO ledger_reader
                    USING (ledger_id = nullif(current_setting(''ledger.id'', true), '''')::uuid)', t);
  END LOOP;
END $$;
