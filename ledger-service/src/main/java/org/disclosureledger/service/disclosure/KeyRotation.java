package org.disclosureledger.service.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.KeyRing.WrappingKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replaces the key-encryption key of one purpose, wraps its rows anew and destroys the old one once
 * no backup can hold anything that it opens. Every step may be interrupted, repeated and done by
 * two processes at once: what is left is seen from the database and the key ring alone.
 */
final class KeyRotation {
  private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

  private final JdbcClient writer;
  private final TransactionTemplate transaction;
  private final KeyRing keys;
  private final WrappedRows rows;
  private final KeyRetention retention;
  private final InstantSource clock;

  KeyRotation(
      JdbcClient writer,
      TransactionTemplate transaction,
      KeyRing keys,
      WrappedRows rows,
      KeyRetention retention,
      InstantSource clock) {
    this.writer = writer;
    this.transaction = transaction;
    this.keys = keys;
    this.rows = rows;
    this.retention = retention;
    this.clock = clock;
  }

  /** What the tables say of one key. */
  private record Known(String id, Instant madeAt, Optional<Instant> destroyedAt) {}

  /**
   * Makes a new key if the one in force is old enough, and does all that is left of others.
   *
   * @return how many rows do not open
   */
  long maintain() {
    learn();
    Instant due =
        known(current().id())
            .madeAt()
            .atOffset(ZoneOffset.UTC)
            .plus(retention.rotateEvery())
            .toInstant();
    if (!clock.instant().isBefore(due)) {
      next();
    }
    return finish();
  }

  /** Puts a new key in force, whatever the age of the present one, and wraps everything by it. */
  String rotate() {
    learn();
    String next = next();
    finish();
    return next;
  }

  private WrappingKey current() {
    return keys.wrappingKey(rows.purpose());
  }

  private String next() {
    String current = current().id();
    WrappingKey next = keys.nextWrappingKey(current);
    learn();
    log.info("key-encryption key {} takes the place of {}", next.id(), current);
    return next.id();
  }

  private long finish() {
    // What is wrapped by an old key until now stands in the backups made until now.
    noteUnused();
    long broken = wrapAnew();
    noteUnused();
    destroy();
    return broken;
  }

  /** Keys of the ring that the tables do not name yet count from now. */
  private void learn() {
    for (String id : keys.wrappingKeys(rows.purpose())) {
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
        .query(KeyRotation::read)
        .single();
  }

  private static Known read(ResultSet row, int number) throws SQLException {
    OffsetDateTime destroyed = row.getObject(3, OffsetDateTime.class);
    return new Known(
        row.getString(1),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(destroyed).map(OffsetDateTime::toInstant));
  }

  private long wrapAnew() {
    WrappingKey current = current();
    List<String> others =
        keys.wrappingKeys(rows.purpose()).stream().filter(id -> !id.equals(current.id())).toList();
    long broken = rows.wrapAnew(current, others);
    if (broken > 0) {
      log.error("ALARM, {} rows of {} do not open; what wraps them is kept", broken, rows.tables());
    }
    return broken;
  }

  /** What is wrapped by it again, e.g. by a restored database, begins the time anew. */
  private void noteUnused() {
    writer
        .sql(
            """
            UPDATE key_encryption_key k
            SET unused_since = CASE WHEN %s THEN NULL ELSE coalesce(unused_since, :now) END
            WHERE id <> :current AND starts_with(id, :prefix) AND destroyed_at IS NULL\
            """
                .formatted(rows.wrappedByK()))
        .param("now", now())
        .param("current", current().id())
        .param("prefix", rows.purpose().prefix())
        .update();
  }

  private void destroy() {
    List<String> due =
        writer
            .sql(
                """
                SELECT id FROM key_encryption_key
                WHERE id <> :current AND starts_with(id, :prefix)
                  AND (destroyed_at IS NOT NULL OR unused_since <= :before)
                ORDER BY made_at, id\
                """)
            .param("current", current().id())
            .param("prefix", rows.purpose().prefix())
            .param(
                "before",
                clock.instant().minus(retention.backupRetention()).atOffset(ZoneOffset.UTC))
            .query((row, n) -> row.getString(1))
            .list();
    List<String> held = keys.wrappingKeys(rows.purpose());
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
    writer.sql("LOCK TABLE " + rows.tables() + " IN SHARE MODE").update();
    return writer
            .sql(
                "UPDATE key_encryption_key k SET destroyed_at = :now WHERE id = :id AND NOT "
                    + rows.wrappedByK())
            .param("now", now())
            .param("id", id)
            .update()
        > 0;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
