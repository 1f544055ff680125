package org.disclosureledger.service.sealing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.disclosureledger.service.sealing.AppendRefused.Rule;
import org.disclosureledger.service.trace.Step;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of this process: takes every command that waits and commits them as one
 * transaction (group commit), then signs the committed head, then answers. Several processes are
 * arbitrated by the head rows.
 */
public class LedgerAppender implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LedgerAppender.class);
  private static final long IDLE_POLL_MILLIS = 500;
  private static final int CALLS_TOLD = 8;
  private static final long SIGN_ALL_NANOS = 3_000_000_000L;

  private final BlockingQueue<AppendRequest> waiting =
      new ArrayBlockingQueue<>(AppendLimits.WAITING);
  private final DataSource database;
  private final LedgerClocks clocks;
  private final HeadSigner heads;
  private final RegisterNumbering numbering;
  private final AppendObserver observer;
  private final TraceKeeper traces;
  private final Thread thread;
  private final AtomicLong waitingBytes = new AtomicLong();
  private volatile boolean closed;
  private long signedAll; // System.nanoTime of the last look at every head
  private @Nullable Connection connection;

  LedgerAppender(
      DataSource database,
      LedgerClocks clocks,
      HeadSigner heads,
      RegisterNumbering numbering,
      AppendObserver observer,
      TraceKeeper traces) {
    this.database = database;
    this.clocks = clocks;
    this.heads = heads;
    this.numbering = numbering;
    this.observer = observer;
    this.traces = traces;
    this.thread = Thread.ofPlatform().name("ledger-appender").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Waits until the entries are committed and under a signed checkpoint. */
  AppendResult append(AppendRequest request) {
    submit(request);
    try {
      return request.outcome().get(AppendLimits.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new AppendRefused(Rule.OUTCOME_UNKNOWN, "no answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AppendRefused(Rule.OUTCOME_UNKNOWN, "interrupted", e);
    }
  }

  /**
   * Queues the entries; what became of them comes in {@link AppendRequest#outcome}.
   *
   * @throws AppendRefused when it is larger than a transaction, too many wait, or the appender is
   *     closing
   */
  void submit(AppendRequest request) {
    long since = System.nanoTime();
    request
        .outcome()
        .whenComplete((result, failure) -> {
          observer.answered(Duration.ofNanos(System.nanoTime() - since), failure == null);
          if (failure == null) {
            request.asker().step().end();
          } else {
            request.asker().step().failed(failure);
          }
        });
    try {
      queue(request);
    } catch (AppendRefused refused) {
      request.asker().step().failed(refused);
      throw refused;
    }
  }

  private void queue(AppendRequest request) {
    int bytes = request.bytes();
    if (bytes > AppendLimits.BATCH_BYTES) {
      throw new AppendRefused(
          Rule.COMMAND_TOO_LARGE, bytes + " bytes, at most " + AppendLimits.BATCH_BYTES);
    }
    if (waitingBytes.addAndGet(bytes) > AppendLimits.WAITING_BYTES
        || closed
        || !waiting.offer(request)) {
      waitingBytes.addAndGet(-bytes);
      throw new AppendRefused(Rule.BUSY, "nothing was appended");
    }
    // close() may have emptied the queue between the look and the offer.
    if (closed && waiting.remove(request)) {
      waitingBytes.addAndGet(-bytes);
      throw new AppendRefused(Rule.BUSY, "nothing was appended");
    }
  }

  private void run() {
    while (!closed || !waiting.isEmpty()) {
      List<AppendRequest> batch = nextBatch();
      if (batch.isEmpty()) {
        signWhatIsLeft();
      } else {
        try {
          commit(batch);
        } catch (RuntimeException | Error e) {
          // A bug: nobody may wait for ever, and nobody may be told that all is well.
          log.error("append batch failed{}", calls(batch), e);
          disconnect();
          fail(batch, Rule.OUTCOME_UNKNOWN, e);
        }
      }
    }
    disconnect();
  }

  /**
   * A head that a crash left unsigned does not wait for the next command; nor does one that another
   * process committed and died before signing.
   */
  private void signWhatIsLeft() {
    if (closed || (connection != null && System.nanoTime() - signedAll < SIGN_ALL_NANOS)) {
      return;
    }
    try {
      if (connection == null) {
        connect();
      } else {
        signAll(connection);
      }
    } catch (SQLException | RuntimeException e) {
      log.warn("the appender has no connection: {}", e.getMessage());
      disconnect();
    }
  }

  private void signAll(Connection open) throws SQLException {
    signedAll = System.nanoTime();
    heads.signAll(open).forEach(LedgerAppender::alarm);
  }

  private static void alarm(UUID ledger, RuntimeException failure) {
    log.error("the head of ledger {} cannot be signed: {}", ledger, failure.getMessage());
  }

  private List<AppendRequest> nextBatch() {
    List<AppendRequest> batch = new ArrayList<>();
    try {
      AppendRequest next = waiting.poll(IDLE_POLL_MILLIS, TimeUnit.MILLISECONDS);
      int bytes = 0;
      while (next != null) {
        batch.add(next);
        bytes += next.bytes();
        waitingBytes.addAndGet(-next.bytes());
        next = batch.size() < AppendLimits.BATCH_COMMANDS ? pollUpTo(bytes) : null;
      }
    } catch (InterruptedException e) {
      // Only close() interrupts; what waits is still committed.
      log.debug("appender is closing", e);
    }
    return batch;
  }

  /** The next that fits beside so many bytes; what does not begins the next transaction. */
  private @Nullable AppendRequest pollUpTo(int bytes) {
    AppendRequest next = waiting.peek();
    // Nobody else takes from the head, but a submission that meets close() takes itself back.
    return next != null && bytes + next.bytes() <= AppendLimits.BATCH_BYTES && waiting.remove(next)
        ? next
        : null;
  }

  /** By which those who waited find the line: the first few of them. */
  private static String calls(List<AppendRequest> batch) {
    String some =
        batch.stream()
            .map(request -> request.asker().call())
            .filter(Objects::nonNull)
            .limit(CALLS_TOLD)
            .collect(Collectors.joining(", "));
    return some.isEmpty() ? "" : "; of the calls " + some;
  }

  private void commit(List<AppendRequest> batch) {
    List<Step> steps =
        batch.stream()
            .map(request -> request.asker().step().child("ledger.commit"))
            .map(step -> step.tag("commands", batch.size()))
            .toList();
    try {
      commitAndSign(batch);
    } finally {
      steps.forEach(Step::end);
    }
  }

  private void commitAndSign(List<AppendRequest> batch) {
    AppendBatch transaction;
    Connection open;
    try {
      open = connect();
      transaction = new AppendBatch(open, clocks, heads, numbering, traces, batch);
      transaction.lockAndDecide();
      transaction.write();
    } catch (SQLException e) {
      notAppended(batch, e);
      return;
    } catch (RuntimeException | Error e) {
      // Nothing was committed: closing the connection rolls back.
      log.error("an append batch failed before its commit{}", calls(batch), e);
      disconnect();
      fail(batch, Rule.NOT_APPENDED, e);
      return;
    }
    try {
      open.commit();
    } catch (SQLException e) {
      log.error("the outcome of a commit is unknown{}", calls(batch), e);
      disconnect();
      fail(batch, Rule.OUTCOME_UNKNOWN, e);
      return;
    }
    observer.committed(batch.size());
    Map<UUID, RuntimeException> unsigned;
    try {
      unsigned = heads.signCommitted(open, transaction.ledgers());
    } catch (SQLException | RuntimeException e) {
      log.error("committed heads could not be signed{}", calls(batch), e);
      disconnect();
      fail(batch, Rule.OUTCOME_UNKNOWN, e);
      return;
    }
    // A ledger that cannot be signed keeps its own commands waiting, not those of the others.
    unsigned.forEach(LedgerAppender::alarm);
    unsigned.forEach((ledger, failure) ->
        fail(
            batch.stream().filter(r -> r.ledger().id().equals(ledger)).toList(),
            Rule.OUTCOME_UNKNOWN,
            failure));
    transaction.acknowledge();
  }

  /** One command's bad row must not refuse the others: they are tried again one by one. */
  private void notAppended(List<AppendRequest> batch, SQLException e) {
    disconnect();
    boolean dataError = e.getSQLState() != null && e.getSQLState().matches("2[23]...");
    List<AppendRequest> open = batch.stream().filter(r -> !r.outcome().isDone()).toList();
    if (dataError && open.size() > 1) {
      log.warn("batch of {} is tried one by one: SQL state {}", open.size(), e.getSQLState());
      open.forEach(request -> commit(List.of(request)));
      return;
    }
    log.error("nothing was appended: SQL state {}{}", e.getSQLState(), calls(open));
    fail(open, Rule.NOT_APPENDED, e);
  }

  private static void fail(List<AppendRequest> requests, Rule rule, Throwable cause) {
    for (AppendRequest request : requests) {
      request.outcome().completeExceptionally(new AppendRefused(rule, "see the log", cause));
    }
  }

  private Connection connect() throws SQLException {
    Connection current = connection;
    if (current != null) {
      return current;
    }
    Connection fresh = database.getConnection();
    try {
      fresh.setAutoCommit(false);
      fresh.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      // Another database may answer now: what it holds is looked at before it is signed.
      heads.guard().examine();
      // After a crash or an unknown outcome: read the heads first, sign what is unsigned.
      signAll(fresh);
    } catch (SQLException | RuntimeException e) {
      fresh.close();
      throw e;
    }
    connection = fresh;
    return fresh;
  }

  private void disconnect() {
    Connection old = connection;
    connection = null;
    if (old != null) {
      try {
        old.close(); // rolls back what was not committed
      } catch (SQLException e) {
        log.debug("closing a broken connection", e);
      }
    }
  }

  /** Whether it takes what is submitted. */
  public boolean isRunning() {
    return !closed && thread.isAlive();
  }

  /** How many commands wait for it. */
  public int waiting() {
    return waiting.size();
  }

  /** Commits what waits, then ends. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(AppendLimits.PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<AppendRequest> left = new ArrayList<>();
    waiting.drainTo(left);
    fail(left, Rule.NOT_APPENDED, new IllegalStateException("the service is closing"));
  }
}
