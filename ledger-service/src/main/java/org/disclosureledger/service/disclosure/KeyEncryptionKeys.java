package org.disclosureledger.service.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.KeyRing.WrappingKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replaces the vault's key-encryption key, wraps all data keys anew and destroys the old one once
 * no backup can hold anything that it opens. Every step may be interrupted, repeated and done by
 * two processes at once: what is left is seen from the database and the key ring alone.
 */
public class KeyEncryptionKeys {
  static final int BATCH = 500;
  private static final Logger log = LoggerFactory.getLogger(KeyEncryptionKeys.class);

  private final JdbcClient writer;
  private final TransactionTemplate transaction;
  private final KeyRing keys;
  private final KeyRetention retention;
  private final InstantSource clock;

  KeyEncryptionKeys(
      JdbcClient writer,
      TransactionTemplate transaction,
      KeyRing keys,
      KeyRetention retention,
      InstantSource clock) {
    this.writer = writer;
    this.transaction = transaction;
    this.keys = keys;
    this.retention = retention;
    this.clock = clock;
  }

  /** What the tables say of one key. */
  private record Known(String id, Instant madeAt, Optional<Instant> destroyedAt) {}

  private record Wrapped(UUID id, String kekId, byte[] bytes) {}

  /** Makes a new key if the one in force is old enough, and does all that is left of others. */
  public void maintain() {
    learn();
    String current = keys.wrappingKey().id();
    Instant due =
        known(current).madeAt().atOffset(ZoneOffset.UTC).plus(retention.rotateEvery()).toInstant();
    if (!clock.instant().isBefore(due)) {
      next(current);
    }
    finish();
  }

  /** Puts a new key in force, whatever the age of the present one, and wraps everything by it. */
  public String rotate() {
    learn();
    String current = next(keys.wrappingKey().id());
    finish();
    return current;
  }

  private String next(String current) {
    WrappingKey next = keys.nextWrappingKey(current);
    learn();
    log.info("key-encryption key {} takes the place of {}", next.id(), current);
    return next.id();
  }

  private void finish() {
    // What is wrapped by an old key until now stands in the backups made until now.
    noteUnused();
    wrapAnew();
    noteUnused();
    destroy();
  }

  /** Keys of the ring that the tables do not name yet count from now. */
  private void learn() {
    for (String id : keys.wrappingKeys()) {
      writer
          .sql(
              "INSERT INTO key_encryption_key (id, made_at) VALUES (:id, :now) ON CONFLICT DO NOTHING")
          .param("id", id)
          .param("now", now())
          .update();
    }
  }

  private Known known(String id) {
    return writer
        .sql("SELECT id, made_at, destroyed_at FROM key_encryption_key WHERE id = :id")
        .param("id", id)
        .query(KeyEncryptionKeys::read)
        .single();
  }

  private static Known read(ResultSet row, int number) throws SQLException {
    OffsetDateTime destroyed = row.getObject(3, OffsetDateTime.class);
    return new Known(
        row.getString(1),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(destroyed).map(OffsetDateTime::toInstant));
  }

  /** Rows that another process is at are left to it. */
  private void wrapAnew() {
    WrappingKey current = keys.wrappingKey();
    List<String> openable = keys.wrappingKeys();
    long left = wrappedByOthers(current.id(), openable);
    if (left == 0) {
      return;
    }
    long done = 0;
    Integer wrapped = BATCH;
    while (wrapped != null && wrapped > 0) {
      wrapped = transaction.execute(status -> batch(current, openable));
      done += wrapped == null ? 0 : wrapped;
      log.info("{} of {} data keys are wrapped by {}", done, left, current.id());
    }
  }

  private long wrappedByOthers(String current, List<String> openable) {
    return writer
        .sql("SELECT count(*) FROM data_key WHERE kek_id <> :current AND kek_id = ANY (:openable)")
        .param("current", current)
        .param("openable", openable.toArray(new String[0]))
        .query(Long.class)
        .single();
  }

  private int batch(WrappingKey current, List<String> openable) {
    List<Wrapped> rows =
        writer
            .sql(
                """
                SELECT id, kek_id, wrapped FROM data_key
                WHERE kek_id <> :current AND kek_id = ANY (:openable)
                LIMIT :batch FOR UPDATE SKIP LOCKED\
                """)
            .param("current", current.id())
            .param("openable", openable.toArray(new String[0]))
            .param("batch", BATCH)
            .query((row, n) ->
                new Wrapped(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3)))
            .list();
    for (Wrapped row : rows) {
      WrappingKey old =
          keys.wrappingKey(row.kekId())
              .orElseThrow(() -> new IllegalStateException("destroyed meanwhile: " + row.kekId()));
      writer
          .sql("UPDATE data_key SET kek_id = :kek, wrapped = :wrapped WHERE id = :id")
          .param("kek", current.id())
          .param("wrapped", KeyWrap.wrap(current, KeyWrap.unwrap(old, row.id(), row.bytes())))
          .param("id", row.id())
          .update();
    }
    return rows.size();
  }

  /** A data key wrapped by it again, e.g. by a restored database, begins the time anew. */
  private void noteUnused() {
    writer
        .sql(
            """
            UPDATE key_encryption_key k
            SET unused_since = CASE WHEN EXISTS (SELECT FROM data_key d WHERE d.kek_id = k.id)
                                    THEN NULL ELSE coalesce(unused_since, :now) END
            WHERE id <> :current AND destroyed_at IS NULL\
            """)
        .param("now", now())
        .param("current", keys.wrappingKey().id())
        .update();
  }

  private void destroy() {
    String current = keys.wrappingKey().id();
    List<String> due =
        writer
            .sql(
                """
                SELECT id FROM key_encryption_key
                WHERE id <> :current AND (destroyed_at IS NOT NULL OR unused_since <= :before)
                ORDER BY made_at, id\
                """)
            .param("current", current)
            .param(
                "before",
                clock.instant().minus(retention.backupRetention()).atOffset(ZoneOffset.UTC))
            .query((row, n) -> row.getString(1))
            .list();
    List<String> held = keys.wrappingKeys();
    for (String id : due) {
      boolean doomed = Boolean.TRUE.equals(transaction.execute(status -> condemn(id)));
      if (doomed && held.contains(id)) {
        keys.destroyWrappingKey(id);
        log.info("key-encryption key {} is destroyed", id);
      }
    }
  }

  /**
   * Remembered first, destroyed then: whoever wrapped by the key meanwhile has either committed,
   * which is seen here, or is refused.
   */
  private boolean condemn(String id) {
    if (known(id).destroyedAt().isPresent()) {
      return true; // a crash came before the key ring heard of it, or an old folder was restored
    }
    writer.sql("LOCK TABLE data_key IN SHARE MODE").update();
    return writer
            .sql(
                """
                UPDATE key_encryption_key SET destroyed_at = :now
                WHERE id = :id AND NOT EXISTS (SELECT FROM data_key WHERE kek_id = :id)\
                """)
            .param("now", now())
            .param("id", id)
            .update()
        > 0;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
