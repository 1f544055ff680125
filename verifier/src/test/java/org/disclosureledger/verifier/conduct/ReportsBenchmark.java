package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.committed;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.text;
import static org.disclosureledger.verifier.conduct.Payloads.time;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.verifier.reports.Pass;
import org.disclosureledger.verifier.reports.ReportRules;
import org.disclosureledger.verifier.reports.Statements;

/**
 * How long grade <em>reports</em> takes over a long ledger, and what it needs in memory: its own
 * part alone, for entries are neither read from files, nor decoded, nor hashed.
 */
final class ReportsBenchmark {
  private static final int AGENCIES = 300;

  /** As many as the rows of that many agencies, so that none is left uncounted. */
  private static final int ROWS = 500;

  private static final Duration BETWEEN = Duration.ofMinutes(4);
  private static final Instant FROM = ReportStory.local("2026-01-01T00:00:00");

  private final long requests;
  private final int statements;

  private ReportsBenchmark(long requests, int statements) {
    this.requests = requests;
    this.statements = statements;
  }

  /**
   * @param args how many entries, and how many statements about them
   */
  public static void main(String[] args) {
    String told = measure(Long.parseLong(args[0]), Integer.parseInt(args[1]));
    System.out.println(told);
  }

  /** What is judged, and why no more, where so many requests may be counted. */
  static String judged(long entries, int statements, long mostCounted) {
    ReportsBenchmark benchmark = new ReportsBenchmark(entries / 8, statements);
    Statements noted = new Statements();
    ReportRules rules = new ReportRules(noted, (place, rule, expected, found) -> {}, mostCounted);
    benchmark.forEach((place, payload) -> noted.entry(place, payload, true));
    rules
        .passes()
        .forEach(pass ->
            benchmark.forEach((place, payload) -> pass.leaf(place, LeafHash.ZERO, payload)));
    return rules.evidence() + ": " + rules.unchecked();
  }

  /** Such as "1,000,000 entries, 20 statements: …". */
  static String measure(long entries, int statements) {
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    ReportsBenchmark benchmark = new ReportsBenchmark(entries / 8, statements);
    long begin = System.nanoTime();
    Statements noted = new Statements();
    long[] findings = new long[1];
    ReportRules rules = new ReportRules(noted, (place, rule, expected, found) -> findings[0]++);
    benchmark.forEach((place, payload) -> noted.entry(place, payload, true));
    long noting = System.nanoTime();
    List<Pass> passes = rules.passes();
    for (Pass pass : passes) {
      benchmark.forEach((place, payload) -> pass.leaf(place, LeafHash.ZERO, payload));
    }
    long end = System.nanoTime();
    long peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return String.format(
        Locale.ROOT,
        "%,d entries, %,d statements: %s, %,d findings; noted in %.1f s, %d pass(es) in %.1f s;"
            + " peak heap %,d MB (its garbage included), of at most %,d MB",
        entries,
        statements,
        rules.evidence(),
        findings[0],
        (noting - begin) / 1e9,
        passes.size(),
        (end - noting) / 1e9,
        peak >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  /** Eight entries a request, and the statements evenly among them. */
  private void forEach(BiConsumer<Place, EntryPayload> shown) {
    long leaf = 0;
    long every = Math.max(1, requests / statements);
    int stated = 0;
    for (long number = 0; number < requests; number++) {
      for (EntryPayload payload : request(number)) {
        shown.accept(new Place(leaf++, "", 0), payload);
      }
      if (number % every == every - 1 && stated < statements) {
        Instant at = received(number).plus(BETWEEN);
        shown.accept(new Place(leaf, "", 0), statement(stated++, at, leaf++));
      }
    }
  }

  private static Instant received(long number) {
    return FROM.plus(BETWEEN.multipliedBy(number));
  }

  private static List<EntryPayload> request(long number) {
    String subject = "request/" + new UUID(0x7000L, 1L << 63 | number);
    Instant received = received(number);
    Demand demand = Demand.ordinary(received);
    demand.agency = "CA-MAU-" + number % AGENCIES;
    List<Step> steps = new ArrayList<>();
    add(steps, subject, number, received, "request.recorded.v2", demand.json());
    String due =
        object(
            "purpose",
            text("ANSWER"),
            "cause",
            text("RECORDING"),
            "basis",
            text("STATED"),
            "due",
            time(received.plus(Duration.ofHours(24))));
    add(steps, subject, number, received, "deadline.set.v2", due);
    String verified = Payloads.verified("SEAL_OR_DOCUMENT", null);
    add(steps, subject, number, received, "authority.verified.v1", verified);
    String scope = Payloads.items(Demand.scope(1, RequestStory.BOTH, 8));
    two(steps, subject, number, "acceptance", "approved", scope);
    String part = Payloads.delivery(Demand.part(1, 1, true, RequestStory.BOTH, 3));
    two(steps, subject, number, "delivery", "dispatched", part);
    add(steps, subject, number, received.plusSeconds(60), "request.closed.v1", Payloads.reason());
    return Step.payloads(steps);
  }

  private static void two(
      List<Step> steps, String subject, long number, String act, String how, String data) {
    Instant at = received(number).plusSeconds(30);
    UUID first = add(steps, subject, number, at, act + ".prepared.v1", data);
    add(steps, subject, number, at, act + "." + how + ".v1", Payloads.prepared(first));
  }

  private static UUID add(
      List<Step> steps, String subject, long number, Instant at, String type, String data) {
    UUID id = new UUID(0x0198_0000_0000_7000L | steps.size(), 1L << 63 | number);
    steps.add(new Step(id, subject, Person.LAN, type, at, data));
    return id;
  }

  /** Whose rows are as many as are due, and each of them wrong but for the first's name. */
  private static EntryPayload statement(int number, Instant asOf, long size) {
    StringBuilder rows = new StringBuilder("[{\"slice\":\"ALL\",\"key\":\"\",\"figures\":{}}");
    for (int i = 1; i < ROWS; i++) {
      rows.append(",{\"slice\":\"ALL\",\"key\":\"").append(i).append("\",\"figures\":{}}");
    }
    String data =
        object(
            "kind",
            text("AD_HOC"),
            "from",
            time(FROM),
            "to",
            time(FROM.plus(Duration.ofDays(365))),
            "asOf",
            time(asOf),
            "head",
            object("size", Long.toString(size), "root", text("")),
            "difference",
            committed(),
            "rows",
            rows.append("]").toString(),
            "lists",
            "0");
    UUID id = new UUID(0x0199_0000_0000_7000L, 1L << 63 | number);
    String subject = "report/" + id;
    Step step = new Step(id, subject, Person.THU, "report.frozen.v1", asOf, data);
    return Step.payloads(List.of(step)).getFirst();
  }
}
