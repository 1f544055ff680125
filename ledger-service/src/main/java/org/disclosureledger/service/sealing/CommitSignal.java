package org.disclosureledger.service.sealing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes whoever reads on, in every process, once entries are committed and under a signed
 * checkpoint: PostgreSQL's {@code LISTEN} on a connection of its own. It is a hint: readers look
 * now and then all the same, since nothing tells of what was said while the connection was broken.
 */
public class CommitSignal implements AutoCloseable {
  static final String NOTIFY = "NOTIFY ledger_committed";
  private static final String LISTEN = "LISTEN ledger_committed";
  private static final Logger log = LoggerFactory.getLogger(CommitSignal.class);
  private static final int WAIT_MILLIS = 1_000;
  private static final int BROKEN_SECONDS = 2;

  private final DataSource unpooled;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private final List<Runnable> readers = new CopyOnWriteArrayList<>();
  private long count;
  private volatile boolean closed;

  CommitSignal(DataSource unpooled) {
    this.unpooled = unpooled;
    this.thread = Thread.ofPlatform().name("commit-signal").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Runs it at each commit, on the listening thread: it has to be short. */
  public void onCommit(Runnable reader) {
    readers.add(reader);
  }

  /** How often it was woken, for {@link #await}. */
  public long seen() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there was a commit since {@code seen}, at most so long; answers the new count. */
  public long await(long seen, Duration atMost) {
    lock.lock();
    try {
      long nanos = atMost.toNanos();
      while (count == seen && nanos > 0 && !closed) {
        nanos = woken.awaitNanos(nanos);
      }
      return count;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return seen;
    } finally {
      lock.unlock();
    }
  }

  /** As if there had been a commit. */
  public void wake() {
    lock.lock();
    try {
      count++;
      woken.signalAll();
    } finally {
      lock.unlock();
    }
    readers.forEach(Runnable::run);
  }

  private void run() {
    while (!closed) {
      try (Connection connection = unpooled.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(LISTEN);
        // Whatever was committed before it listened.
        wake();
        listen(connection.unwrap(PGConnection.class));
      } catch (SQLException | RuntimeException e) {
        if (!closed) {
          log.warn("nobody tells of commits for now: {}", e.getMessage());
          pause();
        }
      }
    }
  }

  private void listen(PGConnection connection) throws SQLException {
    while (!closed) {
      var told = connection.getNotifications(WAIT_MILLIS);
      if (told != null && told.length > 0) {
        wake();
      }
    }
  }

  private void pause() {
    lock.lock();
    try {
      long nanos = TimeUnit.SECONDS.toNanos(BROKEN_SECONDS);
      while (nanos > 0 && !closed) {
        nanos = woken.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    wake();
    try {
      thread.join(Duration.ofMillis(3L * WAIT_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
