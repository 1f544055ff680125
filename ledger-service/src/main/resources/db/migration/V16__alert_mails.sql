-- Which mail an alert goes out with: the id of that mail's first alert. Written before the mail is
-- sent, so that a mail that is sent again after a crash has the same alerts and the same Message-ID.
ALTER TABLE alert ADD COLUMN mailed_with bigint;
GRANT UPDATE (mailed_with) ON alert TO ledger_writer;

-- What is too old to be mailed stays unmailed, and must not be passed over at each look.
DROP INDEX alert_unmailed;
CREATE INDEX alert_unmailed ON alert (ledger_id, raised_at, id) WHERE mailed_at IS NULL;
CREATE INDEX alert_by_mail ON alert (ledger_id, mailed_with) WHERE mailed_at IS NULL;
