-- The register of requests: one row each, no starred value. Reader rights: one ledger at a time.

CREATE TABLE request (
  ledger                text NOT NULL,
  request_id            uuid NOT NULL,
  register_year         integer NOT NULL,
  register_ordinal      integer NOT NULL,
  -- As first claimed; what a correction says stands beside it.
  received_at           timestamptz NOT NULL,
  corrected_received_at timestamptz,
  recorded_at           timestamptz NOT NULL,
  -- As last corrected; the first one stays to be seen.
  agency_code           text NOT NULL,
  agency_kind           text NOT NULL,
  original_agency_code  text NOT NULL,
  channel               text NOT NULL,
  case_type             text NOT NULL,
  priority              text NOT NULL,
  urgency               text NOT NULL,
  secrecy               text NOT NULL,
  route                 text NOT NULL,
  emergency             boolean NOT NULL,
  item_count            integer NOT NULL,
  item_kinds            text[] NOT NULL,
  state                 text NOT NULL,
  original_due          timestamptz,
  due                   timestamptz,
  answered_at           timestamptz,
  cancelled_at          timestamptz,
  closed_at             timestamptz,
  -- Null where the demand came in writing, or is no emergency.
  confirmation          text,
  confirm_by            timestamptz,
  -- As claimed; the state is by when the ledger took it.
  confirmed_at          timestamptz,
  confirmation_recorded_at timestamptz,
  clarification_open    boolean NOT NULL,
  extensions            integer NOT NULL DEFAULT 0,
  reopenings            integer NOT NULL DEFAULT 0,
  corrections           integer NOT NULL DEFAULT 0,
  reportable_errors     integer NOT NULL DEFAULT 0,
  obstacles             integer NOT NULL DEFAULT 0,
  reminders             integer NOT NULL DEFAULT 0,
  links                 integer NOT NULL DEFAULT 0,
  duplicate_of          uuid,
  last_sequence         bigint NOT NULL,
  -- Sequence of an entry that cannot follow those before it; the row is as they say.
  unreadable_from       bigint,
  folded                text NOT NULL,
  PRIMARY KEY (ledger, request_id),
  UNIQUE (ledger, register_year, register_ordinal)
);
CREATE INDEX request_by_receipt ON request (ledger, received_at DESC, request_id DESC);
CREATE INDEX request_open_by_due ON request (ledger, due)
  WHERE answered_at IS NULL AND due IS NOT NULL;
CREATE INDEX request_by_due ON request (ledger, (coalesce(due, 'infinity')), request_id);
CREATE INDEX request_by_state ON request (ledger, state, received_at DESC, request_id DESC);
CREATE INDEX request_by_confirmation ON request (ledger, confirmation, received_at DESC, request_id DESC)
  WHERE confirmation IS NOT NULL;
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

-- What one request says of another; a mark of the one that says it, never of the other's state.
CREATE TABLE link (
  ledger     text NOT NULL,
  request_id uuid NOT NULL,
  sequence   bigint NOT NULL,
  relation   text NOT NULL,
  other      uuid NOT NULL,
  PRIMARY KEY (ledger, request_id, sequence)
);
CREATE INDEX link_to ON link (ledger, other);

-- What a prepared correction says in clear, and the members that it would change, until it is
-- approved.
CREATE TABLE proposed_correction (
  ledger      text NOT NULL,
  prepared    uuid NOT NULL,
  severity    text NOT NULL,
  agency_code text,
  agency_kind text,
  channel     text,
  case_type   text,
  priority    text,
  emergency   boolean,
  urgency     text,
  secrecy     text,
  PRIMARY KEY (ledger, prepared)
);

ALTER TABLE request ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON request FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE item ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON item FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE link ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON link FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE proposed_correction ENABLE ROW LEVEL SECURITY;
