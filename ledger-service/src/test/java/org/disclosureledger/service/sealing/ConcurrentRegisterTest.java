package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many writers, several ledgers, two processes on one database, over New Year. */
class ConcurrentRegisterTest {
  private static final int WRITERS = 64;
  private static final int COMMANDS = 12;
  private static final Instant MIDNIGHT = Instant.parse("2026-12-31T17:00:00Z");

  @TempDir Path keys;

  private record Answered(LedgerDescription ledger, AssignedNumber number) {}

  @Test
  void sixtyFourWritersThroughTwoProcessesLeaveNoGapInAnyLedgerOrYear() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("concurrent register: seed " + seed);
    try (SealingRig rig = new SealingRig(keys);
        LedgerAppender other = rig.anotherAppender()) {
      AtomicLong ticks = new AtomicLong();
      // Every look at the clock is 20 ms later, so the year turns about midway.
      long half = (long) WRITERS * COMMANDS;
      List<LedgerDescription> ledgers =
          IntStream.range(0, 3)
              .mapToObj(i -> {
                LedgerDescription ledger = rig.register("turn-" + i);
                rig.clocks.simulate(
                    ledger,
                    () -> MIDNIGHT.plus(Duration.ofMillis(20L * (ticks.incrementAndGet() - half))));
                rig.opener().open(ledger, "DEMO", "Doanh nghiệp thử nghiệm", "Demonstration");
                return ledger;
              })
              .toList();
      List<Answered> answers = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<List<Answered>>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
          Random random = new Random(seed + writer);
          LedgerAppender appender = writer % 2 == 0 ? rig.appender : other;
          String name = "writer-" + writer;
          writers.add(threads.submit(() -> write(rig, appender, ledgers, name, random)));
        }
        for (Future<List<Answered>> writer : writers) {
          answers.addAll(writer.get());
        }
      }

      assertThat(answers).hasSize(WRITERS * COMMANDS).doesNotHaveDuplicates();
      Map<String, Integer> counts = new HashMap<>();
      Map<String, Integer> greatest = new HashMap<>();
      for (Answered answer : answers) {
        String series = answer.ledger().name() + "/" + answer.number().year();
        counts.merge(series, 1, Integer::sum);
        greatest.merge(series, answer.number().ordinal(), Math::max);
      }
      assertThat(greatest).isEqualTo(counts).hasSize(6);
      rig.verifyAll();
    }
  }

  private static List<Answered> write(
      SealingRig rig,
      LedgerAppender appender,
      List<LedgerDescription> ledgers,
      String writer,
      Random random) {
    List<Answered> answers = new ArrayList<>();
    for (int i = 0; i < COMMANDS; i++) {
      LedgerDescription ledger = ledgers.get(random.nextInt(ledgers.size()));
      AppendResult result =
          appender.append(rig.prepare(ledger, SealingRig.stream(writer + "-" + i), 1, null));
      answers.add(new Answered(ledger, result.number().orElseThrow()));
    }
    return answers;
  }
}
