-- Of a mail's first alert: how often it was tried for each recipient who has not got it, and when it
-- may be tried again (milliseconds since 1970), by a digest of the address. Written before the mail
-- is handed over, so that nothing is locked meanwhile, and a crash is not tried again at once.
ALTER TABLE alert ADD COLUMN mail_tries jsonb NOT NULL DEFAULT '{}';
GRANT UPDATE (mail_tries) ON alert TO ledger_writer;
