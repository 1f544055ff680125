package org.disclosureledger.service.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.StoredEvent;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a projection anew from the ledger, beside the serving one, and then takes its place. Safe
 * to kill at any moment: a half-filled schema is thrown away by the next rebuild.
 */
public final class ProjectionRebuild {
  /**
   * Many, since what a projector keeps of a stream is read and written once a batch: a batch in
   * which nearly every event is another stream's costs several times as much an event.
   */
  private static final int BATCH = 8_000;

  /** What earlier versions of the service kept and this one reads no more. */
  private static final List<String> FORMER = List.of("turnaround");

  /** How far a rebuild is, in events. */
  @FunctionalInterface
  public interface Progress {
    void at(long done, long total);
  }

  private final DataSource dataSource;
  private final TransactionTemplate transaction;
  private final EntryStore store;
  private final Map<String, ProjectionTables> projections = new TreeMap<>();

  ProjectionRebuild(
      DataSource dataSource,
      TransactionTemplate transaction,
      EntryStore store,
      List<Projector> projectors,
      String readerRole) {
    this.dataSource = dataSource;
    this.transaction = transaction;
    this.store = store;
    for (Projector projector : projectors) {
      projections.put(projector.name(), new ProjectionTables(dataSource, projector, readerRole));
    }
  }

  /** Drops the rows of projections that there are no more. */
  void dropFormer() {
    transaction.executeWithoutResult(
        status -> FORMER.forEach(name -> ProjectionTables.dropAll(dataSource, name)));
  }

  /** Names of all projections, sorted. */
  public List<String> names() {
    return List.copyOf(projections.keySet());
  }

  ProjectionTables tables(String name) {
    ProjectionTables tables = projections.get(name);
    if (tables == null) {
      throw new IllegalArgumentException("no projection is named so; there are " + names());
    }
    return tables;
  }

  /**
   * Rebuilds one projection and returns when the new rows serve.
   *
   * @throws IllegalArgumentException when there is no such projection
   * @throws IllegalStateException when another process rebuilds it right now
   */
  public void run(String name, Progress progress) {
    ProjectionTables tables = tables(name);
    try (Connection guard = dataSource.getConnection()) {
      if (!tryLock(guard, tables.lockKey("rebuild"))) {
        throw new IllegalStateException("another process rebuilds " + name + " right now");
      }
      try {
        rebuild(tables, progress);
      } finally {
        unlock(guard, tables.lockKey("rebuild"));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the guard connection of the rebuild failed", e);
    }
  }

  /**
   * Before events are fed: makes the tables if there are none, anew if they are another version's,
   * and brings them to the ledger's head.
   */
  void prepare(String name, Progress progress) {
    ProjectionTables tables = tables(name);
    boolean serves =
        Boolean.TRUE.equals(
            transaction.execute(status -> {
              tables.lockExclusive();
              if (!tables.exists(tables.serving())) {
                tables.create(tables.serving());
              }
              return tables.isCurrent();
            }));
    if (!serves) {
      run(name, progress);
    }
    fill(tables, tables.serving(), progress);
  }

  private void rebuild(ProjectionTables tables, Progress progress) {
    transaction.executeWithoutResult(status -> {
      tables.drop(tables.old());
      tables.create(tables.next());
    });
    fill(tables, tables.next(), progress);
    transaction.executeWithoutResult(status -> tables.analyze(tables.next()));
    transaction.executeWithoutResult(status -> {
      // From here no other process writes rows, so the last events are applied by us alone.
      tables.lockExclusive();
      while (applyBatch(tables, tables.next()) > 0) {
        progress.at(tables.applied(tables.next()) + 1, store.headPosition() + 1);
      }
      tables.swap();
    });
    // Apart from the swap: a reader still inside the old tables must not hold up the writers.
    transaction.executeWithoutResult(status -> tables.drop(tables.old()));
  }

  private void fill(ProjectionTables tables, String schema, Progress progress) {
    boolean more = true;
    while (more) {
      more =
          Boolean.TRUE.equals(
              transaction.execute(status -> {
                tables.lockShared();
                int count = applyBatch(tables, schema);
                progress.at(tables.applied(schema) + 1, store.headPosition() + 1);
                return count > 0;
              }));
    }
  }

  private int applyBatch(ProjectionTables tables, String schema) {
    List<StoredEvent> events = store.after(tables.applied(schema), BATCH);
    tables.use(schema);
    if (events.isEmpty()) {
      return 0;
    }
    // Another process may have filled the same rows since: what it applied is left out.
    Optional<Long> before = tables.advance(events.getLast().header().position());
    if (before.isPresent()) {
      tables.apply(
          events.stream()
              .filter(event -> event.header().position() > before.get())
              .map(event -> new Projector.Given(event.header(), event.payload()))
              .toList());
    }
    return events.size();
  }

  private static boolean tryLock(Connection connection, long key) throws SQLException {
    return call(connection, "SELECT pg_try_advisory_lock(?)", key);
  }

  private static void unlock(Connection connection, long key) throws SQLException {
    if (!call(connection, "SELECT pg_advisory_unlock(?)", key)) {
      throw new IllegalStateException("the rebuild's lock was not held to its end");
    }
  }

  private static boolean call(Connection connection, String sql, long key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, key);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
