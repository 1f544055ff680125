-- The register of agencies: no name of an officer, no number or address of a contact. Reader
-- rights: one ledger at a time.

CREATE TABLE agency (
  ledger         text NOT NULL,
  stream         text NOT NULL,
  code           text NOT NULL,
  kind           text NOT NULL,
  province       text,
  name_vi        text NOT NULL,
  name_en        text NOT NULL,
  searched_vi    text NOT NULL,
  searched_en    text NOT NULL,
  valid_from     date NOT NULL,
  stated_until   date,
  successor      text,
  successor_from date,
  -- LEAST passes over what is not known.
  valid_until    date GENERATED ALWAYS AS (LEAST(stated_until, successor_from - 1)) STORED,
  last_sequence  bigint NOT NULL,
  PRIMARY KEY (ledger, stream)
);
-- Codes sort by their bytes, as a page's cursor compares them.
CREATE UNIQUE INDEX agency_by_code ON agency (ledger, (code COLLATE "C"));

CREATE TABLE contact (
  ledger         text NOT NULL,
  stream         text NOT NULL,
  contact        uuid NOT NULL,
  channel        text NOT NULL,
  method         text NOT NULL,
  emergency      boolean NOT NULL,
  verified_since timestamptz NOT NULL,
  retired_at     timestamptz,
  PRIMARY KEY (ledger, stream, contact)
);

CREATE TABLE officer (
  ledger      text NOT NULL,
  stream      text NOT NULL,
  officer     uuid NOT NULL,
  valid_from  date NOT NULL,
  valid_until date,
  retired     boolean NOT NULL DEFAULT false,
  PRIMARY KEY (ledger, stream, officer)
);

ALTER TABLE agency ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON agency FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON contact FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
ALTER TABLE officer ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON officer FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
