-- Written confirmations that oral emergencies still wait for.

CREATE TABLE awaited_confirmation (
  ledger     text NOT NULL,
  request_id uuid NOT NULL,
  deadline   uuid NOT NULL,
  confirm_by timestamptz NOT NULL,
  PRIMARY KEY (ledger, request_id)
);

ALTER TABLE awaited_confirmation ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_ledger ON awaited_confirmation FOR SELECT USING (
  ledger = (SELECT name FROM public.ledger
            WHERE id = nullif(current_setting('ledger.id', true), '')::uuid));
