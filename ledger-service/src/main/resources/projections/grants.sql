-- Grants: who may open which request, why and until when; no free text. Reader rights: one ledger
-- at a time. Whether one stands is decided on the stream; these rows are for finding it.

CREATE TABLE disclosure_grant (
  ledger     text NOT NULL,
  id         uuid NOT NULL,
  request    uuid NOT NULL,
  role       text NOT NULL,
  -- Null: everybody of the role.
  actor      uuid,
  purpose    text NOT NULL,
  granted_at timestamptz NOT NULL,
  until      timestamptz NOT NULL,
  -- Revoked, or nothing left to open.
  over       boolean NOT NULL,
  PRIMARY KEY (ledger, id)
);
CREATE INDEX disclosure_grant_standing ON disclosure_grant (ledger, role, id DESC) WHERE NOT over;
CREATE INDEX disclosure_grant_request ON disclosure_grant (ledger, request) WHERE NOT over;

ALTER TABLE disclosure_grant ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON disclosure_grant FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
