-- Who may open a request is asked at every look by a grant: found without reading the looks that
-- stand in the same stream. The list of types is repeated, word for word, by the query.
CREATE INDEX entry_grants ON entry (ledger_id, stream_id, sequence)
  WHERE type IN ('org.disclosureledger.disclosure.granted.v1',
                 'org.disclosureledger.disclosure.revoked.v1');
