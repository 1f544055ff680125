-- Who has seen an alert, and when: about looking at a list, and no event of the ledger. By an actor's
-- id, as in entries.
ALTER TABLE alert ADD COLUMN seen_at timestamptz;
ALTER TABLE alert ADD COLUMN seen_by text CHECK (length(seen_by) <= 64);
ALTER TABLE alert ADD CONSTRAINT seen_by_somebody CHECK ((seen_at IS NULL) = (seen_by IS NULL));

-- Of a mail's first alert: what came of each recipient, by a digest of the address. One whom the
-- server refuses, or that it takes later, keeps the mail from no other.
ALTER TABLE alert ADD COLUMN mail_recipients jsonb NOT NULL DEFAULT '{}';
-- Of a mail's first alert that went out: whether the server takes it later for somebody.
ALTER TABLE alert ADD COLUMN mail_waits boolean NOT NULL DEFAULT false;
-- When the last of a mail's recipients was refused, if it has gone to nobody.
ALTER TABLE alert ADD COLUMN mail_refused_at timestamptz;
GRANT UPDATE (seen_at, seen_by, mail_recipients, mail_waits, mail_refused_at)
  ON alert TO ledger_writer;

CREATE INDEX alert_unseen ON alert (ledger_id, id) WHERE seen_at IS NULL;
DROP INDEX alert_unmailed;
CREATE INDEX alert_unmailed ON alert (ledger_id, raised_at, id)
  WHERE mailed_at IS NULL AND mail_refused_at IS NULL;
CREATE INDEX alert_mail_waits ON alert (ledger_id, raised_at, id) WHERE mail_waits;
