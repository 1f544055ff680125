package org.disclosureledger.service.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.service.database.LedgerReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One ledger is read under the reader's role, which sees no other; all of them by the writer's. */
class JdbcEntryStore implements EntryStore {
  private static final Logger log = LoggerFactory.getLogger(JdbcEntryStore.class);
  private static final int ALARMS_KEPT = 10_000;
  // Rows at once while many are read within a transaction, and how many bytes of entries at most.
  private static final int FETCHED = 500;
  private static final long MOST_BYTES = 32L << 20;
  private static final Pattern TYPE = Pattern.compile("[a-z0-9.-]+");
  private static final String SELECT =
      "SELECT " + StoredRows.COLUMNS + " FROM entry e JOIN ledger l ON l.id = e.ledger_id ";

  private final JdbcClient writer;
  private final LedgerReader reader;
  private final LedgerDirectory directory;
  private final StoredRows rows;
  private final long mostBytes;
  private final Set<Long> alarmed = ConcurrentHashMap.newKeySet();

  JdbcEntryStore(
      JdbcClient writer, LedgerReader reader, LedgerDirectory directory, StoredRows rows) {
    this(writer, reader, directory, rows, MOST_BYTES);
  }

  JdbcEntryStore(
      JdbcClient writer,
      LedgerReader reader,
      LedgerDirectory directory,
      StoredRows rows,
      long mostBytes) {
    this.writer = writer;
    this.reader = reader;
    this.directory = directory;
    this.rows = rows;
    this.mostBytes = mostBytes;
  }

  @Override
  public Optional<StoredEvent> entry(String ledger, long leafIndex) {
    return directory
        .find(ledger)
        .flatMap(found ->
            reader.in(
                found.id(),
                db ->
                    db.sql(SELECT + "WHERE e.ledger_id = :ledger AND e.leaf_index = :leaf")
                        .param("ledger", found.id())
                        .param("leaf", leafIndex)
                        .query((row, n) -> rows.read(row))
                        .optional()));
  }

  @Override
  public List<StoredEvent> stream(String ledger, StreamId subject) {
    Optional<LedgerDescription> found = directory.find(ledger);
    if (found.isEmpty()) {
      return List.of();
    }
    List<StoredEvent> events =
        reader.in(
            found.get().id(),
            db ->
                db.sql(
                        SELECT
                            + "WHERE e.ledger_id = :ledger AND e.stream_id = :stream"
                            + " ORDER BY e.sequence")
                    .param("ledger", found.get().id())
                    .param("stream", subject.value())
                    .query((row, n) -> rows.read(row))
                    .list());
    requireChain(null, events);
    return events;
  }

  @Override
  public List<StoredEvent> latest(String ledger, StreamId subject, int count) {
    Optional<LedgerDescription> found = directory.find(ledger);
    if (found.isEmpty()) {
      return List.of();
    }
    List<StoredEvent> events =
        reader
            .in(
                found.get().id(),
                db ->
                    db.sql(
                            SELECT
                                + "WHERE e.ledger_id = :ledger AND e.stream_id = :stream"
                                + " ORDER BY e.sequence DESC LIMIT :count")
                        .param("ledger", found.get().id())
                        .param("stream", subject.value())
                        .param("count", count)
                        .query((row, n) -> rows.read(row))
                        .list())
            .reversed();
    if (!events.isEmpty()) {
      boolean whole = events.getFirst().header().sequence() == 0;
      StreamLink before = whole ? null : StreamLink.of(events.getFirst().entry());
      requireChain(before, whole ? events : events.subList(1, events.size()));
    }
    return events;
  }

  @Override
  public List<StoredEvent> ofTypes(String ledger, StreamId subject, List<String> types) {
    Optional<LedgerDescription> found = directory.find(ledger);
    if (found.isEmpty()) {
      return List.of();
    }
    // Literals, as only these can be seen to be those of a partial index.
    String literals = types.stream().map(JdbcEntryStore::literal).collect(Collectors.joining(", "));
    return reader.in(
        found.get().id(),
        db ->
            db.sql(
                    SELECT
                        + "WHERE e.ledger_id = :ledger AND e.stream_id = :stream AND e.type IN ("
                        + literals
                        + ") ORDER BY e.sequence")
                .param("ledger", found.get().id())
                .param("stream", subject.value())
                .query((row, n) -> rows.read(row))
                .list());
  }

  private static String literal(String type) {
    if (!TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException("no event type: " + type);
    }
    return "'" + type + "'";
  }

  /**
   * The links of a stream; the reader's half of what the appender checked.
   *
   * @param before the entry before the first of these, or {@code null} at the stream's start
   */
  private static void requireChain(@Nullable StreamLink before, List<StoredEvent> events) {
    @Nullable StreamLink head = before;
    for (StoredEvent event : events) {
      try {
        StreamLink.check(head, event.entry().payload());
      } catch (FormatException e) {
        throw new LedgerCorrupted("position " + event.header().position() + ": " + e.rule(), e);
      }
      head = StreamLink.of(event.entry());
    }
  }

  private record Rows(long last, List<StoredEvent> sound) {}

  @Override
  public List<StoredEvent> after(long position, int limit) {
    long from = position;
    while (true) {
      Rows found =
          writer
              .sql(SELECT + "WHERE e.position > :position ORDER BY e.position LIMIT :limit")
              .param("position", from)
              .param("limit", limit)
              .withFetchSize(FETCHED)
              .query(this::rows);
      if (found == null || found.last() < 0 || !found.sound().isEmpty()) {
        return found == null ? List.of() : found.sound();
      }
      from = found.last();
    }
  }

  /** As many as fit. */
  private Rows rows(ResultSet row) throws SQLException {
    List<StoredEvent> sound = new ArrayList<>();
    long last = -1;
    long bytes = 0;
    while (bytes < mostBytes && row.next()) {
      last = row.getLong(1);
      StoredEvent event = readOrAlarm(row);
      if (event != null) {
        sound.add(event);
        bytes += event.entry().bytes().length;
      }
    }
    return new Rows(last, sound);
  }

  /**
   * A row that is not what was sealed stops its own stream, wherever that is read; consumers of all
   * streams go on without it, and the alarm is raised once.
   */
  private @Nullable StoredEvent readOrAlarm(ResultSet row) throws SQLException {
    try {
      return rows.read(row);
    } catch (LedgerCorrupted e) {
      if (alarmed.size() < ALARMS_KEPT && alarmed.add(row.getLong(1))) {
        log.error("ALARM, the ledger is not what was sealed: {}", e.getMessage());
      }
      return null;
    }
  }

  @Override
  public long headPosition() {
    return writer.sql("SELECT next_position FROM deployment_head").query(Long.class).single() - 1;
  }
}
