package org.disclosureledger.service.storm;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sixteen writers who append to the same four streams, each by turns through either process. A
 * command refused for a conflict is repeated with its key until it is taken.
 */
final class StreamFight {
  private static final int WRITERS = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** A stream that several writers want. */
  record Contested(String ledger, UUID request, Accounts accounts) {}

  private final List<ServiceClient> processes;
  private final List<Contested> streams;
  private final int acceptedWanted;
  private final int conflictsWanted;
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger conflicts = new AtomicInteger();
  private final AtomicInteger unavailable = new AtomicInteger();
  private final Instant deadline = Instant.now().plus(PATIENCE);

  StreamFight(
      List<ServiceClient> processes,
      List<Contested> streams,
      int acceptedWanted,
      int conflictsWanted) {
    this.processes = processes;
    this.streams = streams;
    this.acceptedWanted = acceptedWanted;
    this.conflictsWanted = conflictsWanted;
  }

  void run() throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int which = writer;
        writers.add(
            threads.submit(() -> {
              write(which);
              return null;
            }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
  }

  private void write(int writer) throws IOException {
    Contested stream = streams.get(writer % streams.size());
    for (int turn = writer; !enough(); turn++) {
      StormCommand command = StormCommand.refuteAuthority(stream.ledger(), stream.request());
      Reply reply = command.send(processes.get(turn % processes.size()));
      while (!reply.accepted()) {
        count(reply);
        turn++;
        reply = command.send(processes.get(turn % processes.size()));
      }
      stream.accounts().acknowledge(command, reply);
      accepted.incrementAndGet();
    }
  }

  /** Whatever else is answered is a failure. */
  private void count(Reply refused) {
    String problem = refused.problem();
    if (refused.status() == 409 && problem.equals("stream-conflict")) {
      conflicts.incrementAndGet();
    } else if (refused.status() == 503) {
      unavailable.incrementAndGet();
    } else {
      throw new AssertionError(refused.toString());
    }
  }

  private boolean enough() {
    if (Instant.now().isAfter(deadline)) {
      throw new AssertionError("after " + PATIENCE + ": " + counts());
    }
    return accepted.get() >= acceptedWanted && conflicts.get() >= conflictsWanted;
  }

  int accepted() {
    return accepted.get();
  }

  int conflicts() {
    return conflicts.get();
  }

  int unavailable() {
    return unavailable.get();
  }

  Map<String, Integer> counts() {
    return Map.of("accepted", accepted(), "conflicts", conflicts(), "unavailable", unavailable());
  }
}
