package org.disclosureledger.service.disclosure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.disclosureledger.format.StreamId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which streams the vault has lost, and what is still to be done about it. */
public class ErasedStreams {
  private static final Logger log = LoggerFactory.getLogger(ErasedStreams.class);

  private final JdbcClient writer;
  private final ErasedKeysFile file;
  private final InstantSource clock;

  ErasedStreams(JdbcClient writer, ErasedKeysFile file, InstantSource clock) {
    this.writer = writer;
    this.file = file;
    this.clock = clock;
  }

  /**
   * A stream that was erased.
   *
   * @param key id of its data key; absent when it had none
   */
  public record Erased(UUID ledger, StreamId stream, @Nullable UUID key) {}

  /**
   * What the vault holds of a stream.
   *
   * @param disclosures how many committed members it can open
   */
  public record Held(List<UUID> keys, int disclosures) {
    public Held {
      keys = List.copyOf(keys);
    }

    /** Of both. */
    public Held and(Held other) {
      List<UUID> both = new ArrayList<>(keys);
      both.addAll(other.keys);
      return new Held(both, disclosures + other.disclosures);
    }
  }

  /**
   * Erases again what a restored backup brought back, and puts into the file what it lacks. To be
   * called before the vault opens anything.
   */
  void applyFile(DataSource database) throws SQLException {
    Set<UUID> listed = file.read();
    int again = 0;
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      for (Erased erased : stillThere(listed)) {
        if (StreamErasure.isOfRequest(erased.stream())) {
          StreamErasure.applyToBoth(connection, erased.ledger(), erased.stream(), clock.instant());
        } else {
          StreamErasure.apply(connection, erased.ledger(), erased.stream(), clock.instant());
        }
        again++;
      }
      connection.commit();
    }
    if (again > 0) {
      log.warn("{} requests that were erased before are erased again", again);
    }
    Set<UUID> missing = new LinkedHashSet<>(known());
    missing.removeAll(listed);
    file.add(missing);
  }

  private List<Erased> stillThere(Set<UUID> keys) {
    return writer
        .sql("SELECT ledger_id, stream_id, id FROM data_key WHERE id = ANY (:keys)")
        .param("keys", keys.toArray(new UUID[0]))
        .query(ErasedStreams::read)
        .list();
  }

  private List<UUID> known() {
    return writer
        .sql("SELECT data_key_id FROM erasure WHERE data_key_id IS NOT NULL ORDER BY erased_at")
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  private static Erased read(ResultSet row, int number) throws SQLException {
    return new Erased(
        row.getObject(1, UUID.class), new StreamId(row.getString(2)), row.getObject(3, UUID.class));
  }

  /**
   * @param ledger name of the ledger
   */
  public boolean contains(String ledger, StreamId stream) {
    return writer
        .sql(
            """
            SELECT EXISTS (SELECT FROM erasure JOIN ledger l ON l.id = ledger_id
                           WHERE l.name = :ledger AND stream_id = :stream)\
            """)
        .param("ledger", ledger)
        .param("stream", stream.value())
        .query(Boolean.class)
        .single();
  }

  /**
   * @param ledger name of the ledger
   */
  public Held held(String ledger, StreamId stream) {
    List<UUID> keys =
        writer
            .sql(
                """
                SELECT k.id FROM data_key k JOIN ledger l ON l.id = k.ledger_id
                WHERE l.name = :ledger AND k.stream_id = :stream\
                """)
            .param("ledger", ledger)
            .param("stream", stream.value())
            .query((row, n) -> row.getObject(1, UUID.class))
            .list();
    int disclosures =
        writer
            .sql(
                """
                SELECT count(*) FROM disclosure d
                JOIN entry e ON d.ledger_id = e.ledger_id AND d.leaf_index = e.leaf_index
                JOIN ledger l ON l.id = e.ledger_id
                WHERE l.name = :ledger AND e.stream_id = :stream\
                """)
            .param("ledger", ledger)
            .param("stream", stream.value())
            .query(Integer.class)
            .single();
    return new Held(keys, disclosures);
  }

  /** What was erased, but of which the file or the store of documents may not know yet. */
  public List<Erased> unfinished() {
    return writer
        .sql(
            """
            SELECT ledger_id, stream_id, data_key_id FROM erasure
            WHERE finished_at IS NULL ORDER BY erased_at\
            """)
        .query(ErasedStreams::read)
        .list();
  }

  /** On disk when this returns, where no restored database brings the key back. */
  public void record(Collection<Erased> erased) {
    Set<UUID> keys = new LinkedHashSet<>();
    erased.stream().map(Erased::key).filter(Objects::nonNull).forEach(keys::add);
    if (!keys.isEmpty()) {
      keys.removeAll(file.read());
      file.add(keys);
    }
  }

  public void finished(Erased erased) {
    Instant now = clock.instant();
    writer
        .sql(
            """
            UPDATE erasure SET finished_at = :now
            WHERE ledger_id = :ledger AND stream_id = :stream AND finished_at IS NULL\
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("ledger", erased.ledger())
        .param("stream", erased.stream().value())
        .update();
  }
}
