-- The ledger's own tables (ARCHITECTURE §3). Columns of entry beside "bytes" are projections of
-- those bytes; the verifier rebuilds and compares them. The order of events comes from the head
-- rows alone: a sequence or identity column would let consumers miss late commits.

CREATE TABLE ledger (
  id        uuid PRIMARY KEY,
  name      text NOT NULL UNIQUE CHECK (name ~ '^[a-z0-9][a-z0-9._~-]{0,62}$'),
  origin    text NOT NULL UNIQUE CHECK (octet_length(origin) <= 255),
  sample    boolean NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE deployment_head (
  only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  next_position bigint NOT NULL CHECK (next_position >= 0)
);
INSERT INTO deployment_head (next_position) VALUES (0);

CREATE TABLE ledger_head (
  ledger_id       uuid PRIMARY KEY REFERENCES ledger,
  size            bigint NOT NULL CHECK (size >= 0),
  root            bytea NOT NULL CHECK (octet_length(root) = 32),
  frontier        bytea NOT NULL CHECK (octet_length(frontier) % 32 = 0),
  max_recorded_at timestamptz,
  entry_key       text NOT NULL,
  checkpoint_key  text NOT NULL
);

-- No foreign keys on the hot path: whoever appends holds the lock of the ledger's head row.
CREATE TABLE entry (
  position    bigint PRIMARY KEY,
  ledger_id   uuid NOT NULL,
  leaf_index  bigint NOT NULL CHECK (leaf_index >= 0),
  stream_id   text NOT NULL,
  sequence    bigint NOT NULL CHECK (sequence >= 0),
  event_id    uuid NOT NULL,
  type        text NOT NULL,
  recorded_at timestamptz NOT NULL,
  bytes       bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 65535),
  leaf_hash   bytea NOT NULL CHECK (octet_length(leaf_hash) = 32),
  UNIQUE (ledger_id, leaf_index),
  UNIQUE (ledger_id, stream_id, sequence),
  UNIQUE (ledger_id, event_id)
);

-- Full tiles only; a partial one is read off the entries or the level below.
CREATE TABLE tile (
  ledger_id uuid NOT NULL,
  level     smallint NOT NULL CHECK (level BETWEEN 0 AND 7),
  index     bigint NOT NULL CHECK (index >= 0),
  hashes    bytea NOT NULL CHECK (octet_length(hashes) = 8192),
  PRIMARY KEY (ledger_id, level, index)
);

CREATE TABLE checkpoint (
  ledger_id uuid NOT NULL,
  size      bigint NOT NULL CHECK (size > 0),
  note      bytea NOT NULL,
  signed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (ledger_id, size)
);

-- A client's key is its own text and may say anything, so only its HMAC is kept.
CREATE TABLE idempotency (
  ledger_id        uuid NOT NULL,
  client           text NOT NULL,
  key_hmac         bytea NOT NULL CHECK (octet_length(key_hmac) = 32),
  command_hmac     bytea NOT NULL CHECK (octet_length(command_hmac) = 32),
  first_leaf_index bigint NOT NULL,
  entry_count      integer NOT NULL CHECK (entry_count > 0),
  created_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (ledger_id, client, key_hmac)
);
CREATE INDEX idempotency_age ON idempotency (created_at);

-- The vault: what entries commit to, encrypted under a key of its stream.
CREATE TABLE data_key (
  id        uuid PRIMARY KEY,
  ledger_id uuid NOT NULL,
  stream_id text NOT NULL,
  kek_id    text NOT NULL,
  wrapped   bytea NOT NULL,
  UNIQUE (ledger_id, stream_id)
);

CREATE TABLE disclosure (
  ledger_id   uuid NOT NULL,
  leaf_index  bigint NOT NULL,
  slot        smallint NOT NULL CHECK (slot >= 0),
  data_key_id uuid NOT NULL,
  ciphertext  bytea NOT NULL,
  PRIMARY KEY (ledger_id, leaf_index, slot)
);

-- Who hides behind an actor id, findable only with the vault's key.
CREATE TABLE actor (
  ledger_id   uuid NOT NULL REFERENCES ledger,
  person_hmac bytea NOT NULL CHECK (octet_length(person_hmac) = 32),
  actor       uuid NOT NULL UNIQUE,
  PRIMARY KEY (ledger_id, person_hmac)
);

-- What is recorded stays: not even the owner of the tables may change it.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: the ledger is append-only', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ledger', 'entry', 'tile', 'checkpoint'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['deployment_head', 'ledger_head'] LOOP
    EXECUTE format('CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON %I
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- Rights: the writer appends, the reader sees one ledger a transaction.
GRANT USAGE ON SCHEMA public TO ledger_writer, ledger_reader;
GRANT SELECT, INSERT ON ledger, entry, tile, checkpoint TO ledger_writer;
GRANT SELECT, UPDATE ON deployment_head TO ledger_writer;
GRANT SELECT, INSERT, UPDATE ON ledger_head TO ledger_writer;
GRANT SELECT, INSERT, UPDATE, DELETE ON disclosure, data_key, idempotency, actor TO ledger_writer;
GRANT SELECT ON ledger, ledger_head, entry, tile, checkpoint, disclosure, data_key TO ledger_reader;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ledger_head', 'entry', 'tile', 'checkpoint', 'disclosure', 'data_key'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY every_ledger ON %I TO ledger_writer, ledger_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY one_ledger ON %I FOR SELECT TO ledger_reader
                    USING (ledger_id = nullif(current_setting(''ledger.id'', true), '''')::uuid)', t);
  END LOOP;
END $$;

-- Projections live in schemas of their own, made and swapped by the writer.
DO $$
BEGIN
  EXECUTE format('GRANT CREATE ON DATABASE %I TO ledger_writer', current_database());
END $$;
