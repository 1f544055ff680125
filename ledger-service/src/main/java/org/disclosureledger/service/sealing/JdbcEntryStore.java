package org.disclosureledger.service.sealing;

import java.util.List;
import java.util.Optional;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcEntryStore implements EntryStore {
  private static final String SELECT =
      "SELECT " + StoredRows.COLUMNS + " FROM entry e JOIN ledger l ON l.id = e.ledger_id ";

  private final JdbcClient database;
  private final StoredRows rows;

  JdbcEntryStore(JdbcClient database, StoredRows rows) {
    this.database = database;
    this.rows = rows;
  }

  @Override
  public Optional<StoredEvent> entry(String ledger, long leafIndex) {
    return database
        .sql(SELECT + "WHERE l.name = :ledger AND e.leaf_index = :leaf")
        .param("ledger", ledger)
        .param("leaf", leafIndex)
        .query((row, n) -> rows.read(row))
        .optional();
  }

  @Override
  public List<StoredEvent> stream(String ledger, StreamId subject) {
    List<StoredEvent> events =
        database
            .sql(SELECT + "WHERE l.name = :ledger AND e.stream_id = :stream ORDER BY e.sequence")
            .param("ledger", ledger)
            .param("stream", subject.value())
            .query((row, n) -> rows.read(row))
            .list();
    requireChain(events);
    return events;
  }

  /** The links of a whole stream; the reader's half of what the appender checked. */
  private static void requireChain(List<StoredEvent> events) {
    @Nullable StreamLink head = null;
    for (StoredEvent event : events) {
      try {
        StreamLink.check(head, event.entry().payload());
      } catch (FormatException e) {
        throw new LedgerCorrupted("position " + event.header().position() + ": " + e.rule(), e);
      }
      head = StreamLink.of(event.entry());
    }
  }

  @Override
  public List<StoredEvent> after(long position, int limit) {
    return database
        .sql(SELECT + "WHERE e.position > :position ORDER BY e.position LIMIT :limit")
        .param("position", position)
        .param("limit", limit)
        .query((row, n) -> rows.read(row))
        .list();
  }

  @Override
  public long headPosition() {
    return database.sql("SELECT next_position FROM deployment_head").query(Long.class).single() - 1;
  }
}
