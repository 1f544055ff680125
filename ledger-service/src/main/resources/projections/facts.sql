-- What each request amounted to from one entry to the next: as of T it is the row with
-- recorded_from <= T < recorded_until, so that figures as of any instant need no search for the
-- last one. schemas/REPORTS.md says what each column is; letters below are its letters. Instants
-- are milliseconds since 1970 and "never" is the largest bigint: differences are then whole
-- milliseconds that sort as numbers, and may stand in an index's condition.

CREATE TABLE request_fact (
  ledger             text NOT NULL,
  request_id         uuid NOT NULL,
  recorded_from      bigint NOT NULL,
  recorded_until     bigint NOT NULL,
  -- From the first to the last instant at which anything of it could count in a period.
  span_from          bigint NOT NULL,
  span_to            bigint NOT NULL,
  recorded_at        bigint NOT NULL,  -- W
  received_at        bigint NOT NULL,  -- R
  received_corrected bigint NOT NULL,  -- R'
  agency             text NOT NULL,
  agency_kind        text NOT NULL,
  emergency          boolean NOT NULL,
  refuted            boolean NOT NULL,
  unreadable         boolean NOT NULL,
  answered_at        bigint NOT NULL,  -- A, if not after T; never while an item has no end
  answered_recorded  bigint NOT NULL,  -- AR
  cancelled_recorded bigint NOT NULL,  -- CR
  due_original       bigint,           -- D0
  due                bigint,           -- D
  replied_at         bigint,           -- F
  -- Once it is answered: P within [R, A], its length and its stretches.
  paused             bigint NOT NULL,
  pause_from         bigint[] NOT NULL,
  pause_to           bigint[] NOT NULL,
  -- How many items, in all and by their end; a measure given back counts as in force.
  items              integer NOT NULL,
  targets            integer NOT NULL,
  disclosed          integer NOT NULL,
  in_force           integer NOT NULL,
  no_data            integer NOT NULL,
  rejected           integer NOT NULL,
  cancelled          integer NOT NULL,
  -- Of each item, in the order of their numbers.
  item_kinds         text[] NOT NULL,
  item_targets       integer[] NOT NULL,
  item_ends          text[] NOT NULL,
  item_grounds       text[] NOT NULL,
  -- Each once.
  kinds              text[] NOT NULL,
  grounds            text[] NOT NULL,
  confirm_by         bigint,           -- WB, of an oral one
  owed               boolean NOT NULL,
  confirmed_at       bigint,           -- WC
  confirmed_recorded bigint,           -- WR
  -- When the ledger took what happened more than once.
  closes             bigint[] NOT NULL,
  reopens            bigint[] NOT NULL,
  beyond_at          bigint[] NOT NULL,
  part_at            bigint[] NOT NULL,
  part_item          integer[] NOT NULL,
  part_beyond        boolean[] NOT NULL,
  reportable_at      bigint[] NOT NULL,
  recordable_at      bigint[] NOT NULL,
  PRIMARY KEY (ledger, request_id, recorded_from)
);

-- What can count in a period: nearly every request is over within thirty days, so that a short
-- stretch of the one index finds it; the few others stand in the other. Apart, the rows of now.
CREATE INDEX request_fact_short
  ON request_fact (ledger, span_from, span_to, recorded_until, recorded_from)
  WHERE span_to <= span_from + 2592000000;
CREATE INDEX request_fact_long ON request_fact (ledger, span_to, span_from)
  WHERE span_to > span_from + 2592000000;
CREATE INDEX request_fact_now ON request_fact (ledger, span_from, span_to)
  WHERE recorded_until = 9223372036854775807 AND span_to <= span_from + 2592000000;
-- Rows of requests that were open at some instant of theirs: those that say so for long (of now,
-- too), and the others, which a short stretch finds.
CREATE INDEX request_fact_open_short ON request_fact (ledger, recorded_from, recorded_until)
  WHERE answered_at > recorded_from AND recorded_until <= recorded_from + 2592000000;
CREATE INDEX request_fact_open_long ON request_fact (ledger, recorded_from, recorded_until)
  WHERE answered_at > recorded_from AND recorded_until > recorded_from + 2592000000;
CREATE INDEX request_fact_unreadable ON request_fact (ledger) WHERE unreadable;

-- Streams of which not even the first entry can be read.
CREATE TABLE unreadable_stream (
  ledger        text NOT NULL,
  request_id    uuid NOT NULL,
  recorded_from bigint NOT NULL,
  PRIMARY KEY (ledger, request_id)
);

-- What is kept between two entries of a request, and since when its last row says what it says.
CREATE TABLE request_fold (
  ledger        text NOT NULL,
  request_id    uuid NOT NULL,
  recorded_from bigint NOT NULL,
  folded        text NOT NULL,
  marks         text NOT NULL,
  PRIMARY KEY (ledger, request_id)
);

-- In which province an agency is; null for a national one.
CREATE TABLE agency_fact (
  ledger         text NOT NULL,
  stream         text NOT NULL,
  recorded_from  bigint NOT NULL,
  recorded_until bigint NOT NULL,
  code           text NOT NULL,
  province       text,
  PRIMARY KEY (ledger, stream, recorded_from)
);

-- The calendars imported: instants at which sessions begin and end in turn, and how much working
-- time has passed by each of them.
CREATE TABLE calendar_fact (
  ledger      text NOT NULL,
  leaf        bigint NOT NULL,
  recorded_at bigint NOT NULL,
  covers_from bigint NOT NULL,
  covers_to   bigint NOT NULL,
  bounds      bigint[] NOT NULL,
  sums        bigint[] NOT NULL,
  PRIMARY KEY (ledger, leaf)
);

-- How many entries of the ledger these facts rest on, and the largest time at which one of them was
-- recorded.
CREATE TABLE covered (
  ledger text PRIMARY KEY,
  size   bigint NOT NULL,
  newest bigint NOT NULL
);

-- The first entry that the ledger took so long after the end of a half-year that none of that
-- half-year can follow it: "ended" is the beginning of the half-year that it stands in, less that
-- while. What is published of a half-year rests on the entries before it.
CREATE TABLE half_over (
  ledger text NOT NULL,
  ended  bigint NOT NULL,
  leaf   bigint NOT NULL,
  PRIMARY KEY (ledger, ended)
);

ALTER TABLE request_fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON request_fact FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE request_fold ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON request_fold FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE agency_fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON agency_fact FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE calendar_fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON calendar_fact FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE covered ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON covered FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE unreadable_stream ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON unreadable_stream FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE half_over ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON half_over FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
