package org.disclosureledger.service.storm;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Clients that record side by side until the service dies under them. */
final class KillRound {
  private static final int CLIENTS = 8;
  private static final int MIN_ACKNOWLEDGED = 20;
  private static final int SPREAD_ACKNOWLEDGED = 120;
  private static final long SPREAD_NANOS = 30_000_000;
  private static final long PATIENCE_SECONDS = 90;

  private final ServiceClient client;
  private final Accounts accounts;
  private final Random random;
  private final CountDownLatch untilKill;
  private final ConcurrentLinkedQueue<StormCommand> unanswered = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<StormCommand> answered = new ConcurrentLinkedQueue<>();

  KillRound(ServiceClient client, Accounts accounts, Random random) {
    this.client = client;
    this.accounts = accounts;
    this.random = random;
    this.untilKill = new CountDownLatch(MIN_ACKNOWLEDGED + random.nextInt(SPREAD_ACKNOWLEDGED));
  }

  /** Records until {@code kill}, which runs at a moment of the seed's choice, has taken effect. */
  void run(Runnable kill) throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> clients =
          IntStream.range(0, CLIENTS)
              .<Future<?>>mapToObj(i -> threads.submit(this::recordUntilTheServiceIsGone))
              .toList();
      boolean busy = untilKill.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      LockSupport.parkNanos(random.nextLong(SPREAD_NANOS));
      kill.run();
      for (Future<?> each : clients) {
        each.get();
      }
      if (!busy) {
        throw new AssertionError("only " + answered.size() + " answers in time");
      }
    }
  }

  private void recordUntilTheServiceIsGone() {
    UUID request = null;
    while (true) {
      StormCommand command =
          request == null
              ? StormCommand.record("demo")
              : StormCommand.refuteAuthority("demo", request);
      try {
        Reply reply = repeatWhileUnavailable(command);
        accounts.acknowledge(command, reply);
        // By turns a new request and a second entry in its stream.
        request = request == null ? StormCommand.Answer.of(reply).requestId() : null;
        answered.add(command);
        untilKill.countDown();
      } catch (IOException e) {
        unanswered.add(command); // killed: whether it was recorded is to be found out
        return;
      }
    }
  }

  /** Without its database a service that still lives answers 503 or 500. */
  private Reply repeatWhileUnavailable(StormCommand command) throws IOException {
    Reply reply = command.send(client);
    while (reply.status() >= 500) {
      reply = command.send(client);
    }
    return reply;
  }

  int unanswered() {
    return unanswered.size();
  }

  /** Repeats, with its own key, what was not answered, and then what was: nothing is done twice. */
  void repeatAll(ServiceClient afterwards) throws IOException {
    for (StormCommand command : unanswered) {
      accounts.acknowledge(command, command.send(afterwards));
    }
    for (StormCommand command : answered) {
      accounts.acknowledge(command, command.send(afterwards));
    }
  }
}
