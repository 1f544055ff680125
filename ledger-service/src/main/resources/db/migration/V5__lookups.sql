-- What must be found again but not read: keyed HMACs of target identifiers and document numbers,
-- written with the entry that commits to them. Part of the vault: an erasure deletes a stream's.

CREATE TABLE lookup (
  ledger_id  uuid NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('TARGET', 'DOCUMENT_NUMBER')),
  hmac       bytea NOT NULL CHECK (octet_length(hmac) = 32),
  stream_id  text NOT NULL,
  leaf_index bigint NOT NULL CHECK (leaf_index >= 0),
  item       integer NOT NULL CHECK (item >= 0),
  target     integer NOT NULL CHECK (target >= 0),
  PRIMARY KEY (ledger_id, kind, hmac, leaf_index, item, target)
);
CREATE INDEX lookup_by_stream ON lookup (ledger_id, stream_id);

GRANT SELECT, INSERT, DELETE ON lookup TO ledger_writer;
GRANT SELECT ON lookup TO ledger_reader;
ALTER TABLE lookup ENABLE ROW LEVEL SECURITY;
ALTER TABLE lookup FORCE ROW LEVEL SECURITY;
CREATE POLICY every_ledger ON lookup TO ledger_writer, ledger_owner
  USING (true) WITH CHECK (true);
CREATE POLICY one_ledger ON lookup FOR SELECT TO ledger_reader
  USING (ledger_id = nullif(current_setting('ledger.id', true), '')::uuid);
