-- Reconciliations, and of requests what reconciling compares; no starred value. Reader rights: one
-- ledger at a time.

CREATE TABLE reconciliation (
  ledger       text NOT NULL,
  id           uuid NOT NULL,
  leaf_index   bigint NOT NULL,
  recorded_at  timestamptz NOT NULL,
  agency       text NOT NULL,
  predecessors text[] NOT NULL,
  first_day    date NOT NULL,
  last_day     date NOT NULL,
  tolerance    integer NOT NULL,
  listed       integer NOT NULL,
  registered   integer NOT NULL,
  matched      integer NOT NULL,
  differing    integer NOT NULL,
  theirs_only  integer NOT NULL,
  ours_only    integer NOT NULL,
  unmatchable_theirs integer NOT NULL,
  unmatchable_ours   integer NOT NULL,
  PRIMARY KEY (ledger, id)
);

CREATE TABLE request (
  ledger           text NOT NULL,
  request_id       uuid NOT NULL,
  register_year    integer NOT NULL,
  register_ordinal integer NOT NULL,
  -- These as last corrected; the date of an oral emergency by the paper that confirmed it.
  agency_code      text NOT NULL,
  received_at      timestamptz NOT NULL,
  document_date    date,
  -- These as first recorded; the date by that paper too.
  first_agency_code   text NOT NULL,
  first_received_at   timestamptz NOT NULL,
  first_document_date date,
  secret           boolean NOT NULL,
  PRIMARY KEY (ledger, request_id)
);
CREATE INDEX request_by_agency ON request (ledger, agency_code, received_at);

-- What a prepared correction would change, until it is approved.
CREATE TABLE proposed_correction (
  ledger        text NOT NULL,
  prepared      uuid NOT NULL,
  agency_code   text,
  received_at   timestamptz,
  document_date date,
  secret        boolean,
  PRIMARY KEY (ledger, prepared)
);

ALTER TABLE reconciliation ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON reconciliation FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE request ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON request FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE proposed_correction ENABLE ROW LEVEL SECURITY;
