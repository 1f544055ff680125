-- Which reports were frozen; no starred value, and no figures: those stay in the log. Reader rights:
-- one ledger at a time.

CREATE TABLE report (
  ledger        text NOT NULL,
  name          text NOT NULL,
  kind          text NOT NULL,
  period_from   timestamptz NOT NULL,
  period_to     timestamptz NOT NULL,
  frozen_at     timestamptz NOT NULL,
  leaf_index    bigint NOT NULL,
  as_of         timestamptz NOT NULL,
  due_by        timestamptz,
  amendments    integer NOT NULL DEFAULT 0,
  amended_as_of timestamptz,
  submissions   integer NOT NULL DEFAULT 0,
  submitted_at  timestamptz,
  recipient     text,
  PRIMARY KEY (ledger, name)
);
CREATE UNIQUE INDEX report_by_leaf ON report (ledger, leaf_index);

ALTER TABLE report ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON report FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
