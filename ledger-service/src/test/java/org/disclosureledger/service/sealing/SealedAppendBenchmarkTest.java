package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.LedgerServiceApplication;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventCatalogue;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.EventIds;
import org.disclosureledger.service.envelope.SearchTerm;
import org.disclosureledger.service.envelope.Searchable;
import org.disclosureledger.service.opening.LedgerOpener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * Sealed appends with 1, 16 and 64 writers on the embedded PostgreSQL, {@code fsync} on: each
 * writer seals one event (BC Ed25519), waits until it is committed and under a signed checkpoint,
 * and goes on. In {@code verify} it runs for a moment, to prove that it works; {@code mvn -Pbench
 * verify} gives it time. Speed is printed, never asserted.
 */
class SealedAppendBenchmarkTest {
  private static final double SECONDS =
      Double.parseDouble(System.getProperty("bench.seconds", "0.3"));
  // Reading this next to our figures: a prototype without disclosures, ARCHITECTURE §2.
  private static final int[][] WRITERS_AND_YARDSTICK = {{1, 6_500}, {16, 27_000}, {64, 46_000}};

  @TempDir Path folder;

  /**
   * Events of the benchmark's own: one member in clear; one committed beside it; and that with a
   * register number and one search term, as a request's recording has them.
   */
  record Measured(long ordinal) {}

  record MeasuredCommitted(long ordinal, Committed<String> text) {}

  record MeasuredRecorded(long ordinal, Committed<String> text) implements Searchable {
    @Override
    public List<SearchTerm> searchTerms() {
      return SearchTerm.target(text, 1, 1).stream().toList();
    }
  }

  private enum Kind {
    CLEAR,
    COMMITTED,
    RECORDED;

    Object event(long n) {
      return switch (this) {
        case CLEAR -> new Measured(n);
        case COMMITTED -> new MeasuredCommitted(n, Committed.of("Ví dụ " + n));
        case RECORDED -> new MeasuredRecorded(n, Committed.of("Ví dụ " + n));
      };
    }
  }

  static class BenchmarkEvents implements EventCatalogue {
    @Override
    public List<EventBinding> bindings() {
      return List.of(
          EventBinding.of("benchmark.clear", 1, Measured.class),
          EventBinding.of("benchmark.committed", 1, MeasuredCommitted.class),
          EventBinding.of("benchmark.recorded", 1, MeasuredRecorded.class));
    }

    @Override
    public Set<String> numbered() {
      return Set.of("benchmark.recorded");
    }
  }

  static class Events {
    @Bean
    EventCatalogue benchmarkEvents() {
      return new BenchmarkEvents();
    }
  }

  private record Row(
      String what, int writers, long appends, double seconds, double p50, double p99) {
    String line(int yardstick) {
      return String.format(
          Locale.ROOT,
          "%-10s %7d %9d %10.0f %10d %9.2f %9.2f",
          what,
          writers,
          appends,
          appends / seconds,
          yardstick,
          p50,
          p99);
    }
  }

  @Test
  void sealedAppendsAreAllUnderTheFinalCheckpoint() throws Exception {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(LedgerServiceApplication.class, Events.class)
            .run("--server.port=0", "--ledger.data-dir=" + folder.resolve("data"))) {
      LedgerSealing sealing = context.getBean(LedgerSealing.class);
      LedgerOpener opener = context.getBean(LedgerOpener.class);
      LedgerDescription ledger = opener.register("bench", new Origin("ledger.example/bench"), true);
      opener.open(ledger, "BENCH", "Đo tốc độ", "Benchmark");
      List<String> lines = new ArrayList<>();
      lines.add("entries    writers   appends  appends/s  yardstick    p50 ms    p99 ms");
      long expected = 3; // entry 0, the policy, the retention rules
      for (Kind kind : Kind.values()) {
        for (int[] row : WRITERS_AND_YARDSTICK) {
          Row measured = run(sealing, ledger, row[0], kind);
          expected += measured.appends();
          lines.add(measured.line(row[1]));
        }
      }
      lines.forEach(System.out::println);
      report(lines);
      assertThat(context.getBean(LedgerTree.class).at("bench", expected)).isPresent();
      assertThat(context.getBean(LedgerTree.class).at("bench", expected + 1)).isEmpty();
    }
  }

  private static void report(List<String> lines) throws IOException {
    Path file = Path.of("target", "bench", "sealed-appends.txt");
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }

  private static Row run(LedgerSealing sealing, LedgerDescription ledger, int writers, Kind kind)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + (long) (SECONDS * 1e9);
    long start = System.nanoTime();
    List<long[]> latencies = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<long[]>> futures = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        futures.add(threads.submit(() -> write(sealing, ledger, kind, end)));
      }
      for (Future<long[]> future : futures) {
        latencies.add(future.get());
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Row(
        kind.name().toLowerCase(Locale.ROOT),
        writers,
        all.length,
        seconds,
        all[all.length / 2] / 1e6,
        all[all.length * 99 / 100] / 1e6);
  }

  /** Every append is a stream of its own, as the first command of a request is. */
  private static long[] write(
      LedgerSealing sealing, LedgerDescription ledger, Kind kind, long end) {
    EventIds ids = EventIds.secure();
    Actor actor = Actor.of(UUID.randomUUID());
    List<Long> latencies = new ArrayList<>();
    for (long n = 0; System.nanoTime() < end || n == 0; n++) {
      long begin = System.nanoTime();
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      UUID id = ids.at(now);
      Object event = kind.event(n);
      EventHeader header =
          new EventHeader(
              id,
              ledger.name(),
              new StreamId("benchmark/" + id),
              "benchmark",
              now,
              now,
              actor,
              ActorRole.LEGAL,
              null,
              0,
              EventHeader.UNSEALED,
              EventHeader.UNSEALED);
      sealing.append(ledger, List.of(new UnsealedEvent(header, event)), null, null);
      latencies.add(System.nanoTime() - begin);
    }
    return latencies.stream().mapToLong(Long::longValue).toArray();
  }
}
