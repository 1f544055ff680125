package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.verifier.figures.ReportFigures;
import org.disclosureledger.verifier.figures.ReportFigures.Recorded;
import org.disclosureledger.verifier.figures.Row;
import org.disclosureledger.verifier.figures.Slice;
import org.junit.jupiter.api.Test;

/** What holds between figures whatever was recorded, allowed or not. */
class FiguresPropertyTest {
  private static final int WALKS = 60;
  private static final String[] OTHERS = {
    "null", "0", "9007199254740991", "\"x\"", "\"9999-12-31T23:59:59.999Z\"", "[]", "{}", "[1,1]"
  };

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  private static List<Recorded> entries(List<Step> steps) {
    List<Recorded> entries = new ArrayList<>();
    for (EntryPayload payload : Step.payloads(steps)) {
      entries.add(new Recorded(entries.size(), payload));
    }
    return entries;
  }

  private List<Step> walk() {
    return LegalWalk.of(random, 1 + random.nextInt(8));
  }

  /** Steps left out and told twice: few of them are still allowed. */
  private List<Step> disordered(List<Step> steps) {
    List<Step> others = new ArrayList<>();
    for (Step step : steps) {
      int times = random.nextInt(8) == 0 ? random.nextInt(3) : 1;
      for (int i = 0; i < times; i++) {
        others.add(step);
      }
    }
    return others;
  }

  private Instant within(List<Step> steps) {
    Instant last = steps.getLast().recorded();
    long span = Duration.between(Story.START, last).toMillis() + 2_000;
    return Story.START.minusMillis(1_000).plusMillis((long) (random.nextDouble() * span));
  }

  private static long of(Map<String, Long> figures, String... members) {
    long sum = 0;
    for (String member : members) {
      sum += figures.getOrDefault(member, 0L);
    }
    return sum;
  }

  private void holds(List<Step> steps) {
    List<Recorded> entries = entries(steps);
    Instant one = within(steps);
    Instant other = within(steps);
    Instant from = one.isBefore(other) ? one : other;
    Instant to = (one.isBefore(other) ? other : one).plusMillis(1);
    Instant asOf = within(steps);
    List<Row> rows = ReportFigures.of(entries, entries.size(), asOf, from, to);
    for (Row row : rows) {
      Map<String, Long> f = row.figures();
      String as = "seed %d, %s".formatted(seed, row);
      assertThat(of(f, "openBefore", "opened", "reopened") - of(f, "closed"))
          .as(as)
          .isEqualTo(of(f, "openAfter"));
      assertThat(of(f, "answered", "open")).as(as).isEqualTo(of(f, "received"));
      assertThat(of(f, "full", "partial", "none")).as(as).isEqualTo(of(f, "answered"));
      assertThat(
              of(f, "agingNotDue", "aging3h", "aging24h", "aging7d", "agingOver")
                  + of(f, "agingNoDeadline"))
          .as(as)
          .isEqualTo(of(f, "openAtAsOf"));
      assertThat(
              of(f, "itemsDisclosed", "itemsInForce", "itemsNoData", "itemsRejected")
                  + of(f, "itemsCancelled", "itemsOpen"))
          .as(as)
          .isEqualTo(of(f, "items"));
      assertThat(of(f, "onTime")).as(as).isLessThanOrEqualTo(of(f, "due"));
      assertThat(f.values()).as(as).doesNotContainNull();
    }
    stocksAreThoseOfShorterLedgers(entries, rows.getFirst(), from, to, asOf);
    slicesAddUp(rows);
  }

  /** What stood open then is what a ledger that ended then has standing open. */
  private void stocksAreThoseOfShorterLedgers(
      List<Recorded> entries, Row all, Instant from, Instant to, Instant asOf) {
    Instant upto = to.isAfter(asOf) ? asOf.plusMillis(1) : to;
    Instant before = from.isAfter(asOf) ? asOf.plusMillis(1) : from;
    assertThat(of(all.figures(), "openBefore"))
        .as("seed %d", seed)
        .isEqualTo(standing(entries, before.minusMillis(1)));
    assertThat(of(all.figures(), "openAfter"))
        .as("seed %d", seed)
        .isEqualTo(
            standing(entries, upto.isBefore(before) ? before.minusMillis(1) : upto.minusMillis(1)));
  }

  private static long standing(List<Recorded> entries, Instant asOf) {
    Row all = ReportFigures.of(entries, entries.size(), asOf, asOf, asOf.plusMillis(1)).getFirst();
    return all.figures().getOrDefault("openAtAsOf", 0L);
  }

  private void slicesAddUp(List<Row> rows) {
    Map<String, Long> all = rows.getFirst().figures();
    for (String member : List.of("received", "due", "opened", "closed", "parts", "openAfter")) {
      assertThat(sum(rows, Slice.AGENCY, member))
          .as("seed %d: %s", seed, member)
          .isEqualTo(of(all, member));
    }
    for (String member : List.of("items", "targets", "itemsOpen")) {
      assertThat(sum(rows, Slice.ITEM_KIND, member))
          .as("seed %d: %s", seed, member)
          .isEqualTo(of(all, member));
    }
    for (String member : List.of("received", "due", "recorded", "opened", "closed", "parts")) {
      assertThat(sum(rows, Slice.MONTH, member))
          .as("seed %d: %s", seed, member)
          .isEqualTo(of(all, member));
    }
  }

  private static long sum(List<Row> rows, Slice slice, String member) {
    return rows.stream()
        .filter(row -> row.slice() == slice)
        .mapToLong(row -> of(row.figures(), member))
        .sum();
  }

  private void holdsFor(Function<List<Step>, List<Step>> change) {
    for (int i = 0; i < WALKS; i++) {
      List<Step> steps = change.apply(walk());
      if (!steps.isEmpty()) {
        holds(steps);
      }
    }
  }

  @Test
  void itHoldsWhatPeopleDoByTheRules() {
    holdsFor(steps -> steps);
  }

  @Test
  void itHoldsWhatPeopleDoAgainstTheRules() {
    holdsFor(this::disordered);
  }

  @Test
  void dataThatMakeNoSenseStopNothing() {
    holdsFor(steps -> steps.stream().map(this::nonsense).toList());
  }

  private Step nonsense(Step step) {
    if (random.nextInt(10) > 0) {
      return step;
    }
    String other = OTHERS[random.nextInt(OTHERS.length)];
    String[] members = step.data().split("(?<=\":)", -1);
    if (members.length < 2) {
      return step;
    }
    int at = 1 + random.nextInt(members.length - 1);
    members[at] =
        members[at].replaceFirst("^(\"[^\"]*\"|-?[0-9]+|true|false|\\[[0-9,]*\\])", other);
    return step.saying(String.join("", members));
  }

  @Test
  void theOrderOfOtherStreamsChangesNoFigure() {
    for (int i = 0; i < WALKS; i++) {
      List<Recorded> entries = entries(walk());
      Instant last = entries.getLast().payload().recordedTime();
      List<Row> rows =
          ReportFigures.of(entries, entries.size(), last, Story.START, last.plusMillis(1));
      List<Recorded> sorted = new ArrayList<>(entries);
      sorted.sort((a, b) -> a.payload().subject().value().compareTo(b.payload().subject().value()));
      assertThat(ReportFigures.of(sorted, entries.size(), last, Story.START, last.plusMillis(1)))
          .as("seed %d", seed)
          .isEqualTo(rows);
    }
  }
}
