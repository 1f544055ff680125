-- When each request came in, was due and was answered, with the instants at which the ledger took
-- those facts, so that figures can be given as of any instant.

CREATE TABLE request_fact (
  ledger      text NOT NULL,
  request_id  uuid NOT NULL,
  received_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  folded      text NOT NULL,
  -- When the ledger took an entry that cannot follow those before it; later facts are unknown.
  unreadable_at timestamptz,
  PRIMARY KEY (ledger, request_id)
);

-- One row each time a correction says when the request really came in; request_fact keeps the
-- first claim, on which due times rest.
CREATE TABLE correction_fact (
  ledger      text NOT NULL,
  request_id  uuid NOT NULL,
  sequence    bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (ledger, request_id, sequence)
);

-- One row each time the number of items changes.
CREATE TABLE size_fact (
  ledger      text NOT NULL,
  request_id  uuid NOT NULL,
  sequence    bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  items       integer NOT NULL,
  PRIMARY KEY (ledger, request_id, sequence)
);

-- One row each time the agency takes the request back, or, with a null cancelled_at, it is reopened.
CREATE TABLE cancellation_fact (
  ledger       text NOT NULL,
  request_id   uuid NOT NULL,
  sequence     bigint NOT NULL,
  recorded_at  timestamptz NOT NULL,
  cancelled_at timestamptz,
  PRIMARY KEY (ledger, request_id, sequence)
);

-- One row each time the answer's due time is set; the first is the original one. A null due:
-- nothing sets a due time.
CREATE TABLE deadline_fact (
  ledger      text NOT NULL,
  request_id  uuid NOT NULL,
  sequence    bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  due         timestamptz,
  PRIMARY KEY (ledger, request_id, sequence)
);

-- One row each time an item gets its answer, or, with a null terminal_at, stands open again.
CREATE TABLE item_change (
  ledger      text NOT NULL,
  request_id  uuid NOT NULL,
  item        integer NOT NULL,
  sequence    bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  terminal_at timestamptz,
  PRIMARY KEY (ledger, request_id, item, sequence)
);

-- One row each time something changes about the paper that an oral emergency needs: by when, whether
-- it is owed, and when it came, as claimed and as the ledger took it.
CREATE TABLE writing_fact (
  ledger             text NOT NULL,
  request_id         uuid NOT NULL,
  sequence           bigint NOT NULL,
  recorded_at        timestamptz NOT NULL,
  confirm_by         timestamptz,
  owed               boolean NOT NULL,
  confirmed_at       timestamptz,
  confirmed_recorded timestamptz,
  PRIMARY KEY (ledger, request_id, sequence)
);

-- How many entries of the ledger these facts rest on.
CREATE TABLE covered (
  ledger text PRIMARY KEY,
  size   bigint NOT NULL
);

-- The first entry that the ledger took so long after the end of a half-year that none of that
-- half-year can follow it: "ended" is the beginning of the half-year that it stands in, less that
-- while. What is published of a half-year rests on the entries before it.
CREATE TABLE half_over (
  ledger text NOT NULL,
  ended  timestamptz NOT NULL,
  leaf   bigint NOT NULL,
  PRIMARY KEY (ledger, ended)
);

ALTER TABLE request_fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON request_fact FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE deadline_fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON deadline_fact FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE item_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON item_change FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE writing_fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON writing_fact FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE covered ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON covered FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE correction_fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON correction_fact FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE size_fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON size_fact FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE cancellation_fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON cancellation_fact FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE half_over ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON half_over FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
