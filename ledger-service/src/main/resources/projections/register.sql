-- The register of requests: one row each, no starred value. Reader rights: one ledger at a time.

CREATE TABLE request (
  ledger           text NOT NULL,
  request_id       uuid NOT NULL,
  register_year    integer NOT NULL,
  register_ordinal integer NOT NULL,
  received_at      timestamptz NOT NULL,
  recorded_at      timestamptz NOT NULL,
  agency_code      text NOT NULL,
  agency_kind      text NOT NULL,
  channel          text NOT NULL,
  case_type        text NOT NULL,
  priority         text NOT NULL,
  urgency          text NOT NULL,
  secrecy          text NOT NULL,
  emergency        boolean NOT NULL,
  item_count       integer NOT NULL,
  item_kinds       text[] NOT NULL,
  state            text NOT NULL,
  due_is_set       boolean NOT NULL DEFAULT false,
  original_due     timestamptz,
  due              timestamptz,
  answered_at      timestamptz,
  closed_at        timestamptz,
  last_sequence    bigint NOT NULL,
  folded           text NOT NULL,
  PRIMARY KEY (ledger, request_id),
  UNIQUE (ledger, register_year, register_ordinal)
);
CREATE INDEX request_by_receipt ON request (ledger, received_at DESC, request_id DESC);
CREATE INDEX request_by_due ON request (ledger, (coalesce(due, 'infinity')), request_id);
CREATE INDEX request_by_state ON request (ledger, state, received_at DESC, request_id DESC);
CREATE INDEX request_by_agency ON request (ledger, agency_code, received_at DESC, request_id DESC);

CREATE TABLE item (
  ledger      text NOT NULL,
  request_id  uuid NOT NULL,
  ordinal     integer NOT NULL,
  kind        text NOT NULL,
  state       text NOT NULL,
  terminal_at timestamptz,
  PRIMARY KEY (ledger, request_id, ordinal)
);

-- Register numbers are derived: the ordinal of request.recorded in its ledger and year.
CREATE TABLE register_counter (
  ledger text NOT NULL,
  year   integer NOT NULL,
  last   integer NOT NULL,
  PRIMARY KEY (ledger, year)
);

ALTER TABLE request ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON request FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE item ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON item FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE register_counter ENABLE ROW LEVEL SECURITY;
