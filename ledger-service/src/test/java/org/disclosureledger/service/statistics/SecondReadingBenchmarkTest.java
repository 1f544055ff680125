package org.disclosureledger.service.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.verifier.figures.ReportFigures;
import org.junit.jupiter.api.Test;

/**
 * How long the verifier's second reading of entries takes, and what it keeps of them. In {@code
 * verify} it is small, to prove that it works; {@code mvn -Pbench verify} reads three million
 * entries. Figures are printed, never asserted.
 */
class SecondReadingBenchmarkTest {
  private static final boolean LONG =
      Double.parseDouble(System.getProperty("bench.seconds", "0.3")) > 1;
  private static final int STEPS = LONG ? 3_000 : 300;
  private static final int TIMES = LONG ? Integer.getInteger("bench.times", 1_600) : 2;
  private static final String REQUEST = "request/";
  private static final int PREFIX = 8;

  @Test
  void whatIsKeptOfARequestIsSaid() {
    SyntheticHistory history =
        new SyntheticHistory(7, Instant.parse("2026-01-05T00:00:00Z")).run("bench", STEPS);
    List<ReportFigures.Recorded> once =
        history.events().stream()
            .map(VerifierAgreesTest::recorded)
            .filter(entry -> entry.payload().subject().value().startsWith(REQUEST))
            .toList();
    Set<String> streams = new HashSet<>();
    once.forEach(entry -> streams.add(entry.payload().subject().value()));
    ReportFigures figures = new ReportFigures();
    long before = used();
    long begun = System.nanoTime();
    long leaf = 0;
    for (int k = 0; k < TIMES; k++) {
      for (ReportFigures.Recorded entry : once) {
        figures.entry(leaf++, ofAnother(entry.payload(), k), true);
      }
    }
    double folded = (System.nanoTime() - begun) / 1e9;
    long kept = used() - before;
    long requests = (long) TIMES * streams.size();
    begun = System.nanoTime();
    int rows =
        figures
            .rows(
                history.now(),
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-07-01T00:00:00Z"),
                100_000)
            .size();
    System.out.printf(
        Locale.ROOT,
        "second reading: %,d entries of %,d requests in %.1f s, %,d bytes kept of each request;"
            + " %d rows in %.1f s%n",
        leaf,
        requests,
        folded,
        kept / requests,
        rows,
        (System.nanoTime() - begun) / 1e9);
    assertThat(rows).isPositive();
    assertThat(figures.unreadable()).isZero();
  }

  /** The same, of a request of its own. */
  private static EntryPayload ofAnother(EntryPayload entry, int k) {
    String name = entry.subject().value();
    String other = "%s%08x%s".formatted(REQUEST, k, name.substring(REQUEST.length() + PREFIX));
    return new EntryPayload(
        entry.id(),
        entry.source(),
        entry.type(),
        new StreamId(other),
        entry.time(),
        entry.recordedTime(),
        entry.streamSequence(),
        entry.previous(),
        entry.actor(),
        entry.actorRole(),
        entry.correlationId(),
        entry.causationId(),
        entry.dataSchema(),
        entry.data());
  }

  private static long used() {
    ManagementFactory.getMemoryMXBean().gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
