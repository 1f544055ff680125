package org.disclosureledger.service.storm;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * A consumer as simple as can be: asks for what follows the last position it has seen, and never
 * looks back. A late commit below that position would be lost on it.
 */
final class PositionConsumer implements Callable<List<Long>> {
  private static final int LIMIT = 7; // small, so that pages end within batches
  private static final Duration POLL = Duration.ofMillis(1);

  private final LedgerDatabase database;
  private final List<Long> seen = new ArrayList<>();
  private long last = -1;
  private volatile boolean ending;

  PositionConsumer(LedgerDatabase database) {
    this.database = database;
  }

  /** Reads on until {@link #end}, then to the end of what there is; all it saw, as it came. */
  @Override
  public List<Long> call() throws SQLException {
    try (Connection connection = database.connect()) {
      boolean lastRound;
      do {
        lastRound = ending;
        poll(connection);
        LockSupport.parkNanos(POLL.toNanos());
      } while (!lastRound);
    }
    return seen;
  }

  /** Takes all that is visible now. */
  void poll(Connection connection) throws SQLException {
    List<Long> page;
    do {
      page = LedgerDatabase.positionsAfter(connection, last, LIMIT);
      seen.addAll(page);
      last = page.isEmpty() ? last : page.getLast();
    } while (!page.isEmpty());
  }

  List<Long> seen() {
    return List.copyOf(seen);
  }

  void end() {
    ending = true;
  }
}
