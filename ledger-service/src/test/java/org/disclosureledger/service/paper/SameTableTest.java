package org.disclosureledger.service.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.suppression.CountTable;
import org.disclosureledger.service.suppression.Suppression;
import org.disclosureledger.service.turnaround.PublicTables;
import org.disclosureledger.service.turnaround.Turnaround;
import org.junit.jupiter.api.Test;

/**
 * The figures for publication and the public report are written down twice, and of one half-year
 * they have to say the same: whoever has both could else subtract.
 */
class SameTableTest {
  /** One count goes by two names. */
  private static final Map<String, String> RENAMED = Map.of("dueOriginally", "dueOriginal");

  /** What the report alone tells; no sum ties it to the rest. */
  private static final Set<String> MORE =
      Set.of("parts", "partsBeyond", "partsWithin", "errorsReportable", "errorsRecordable");

  private final Map<Figure, Long> counts = new EnumMap<>(Figure.class);

  private long count(Figure figure) {
    return counts.getOrDefault(figure, 0L);
  }

  private void due(long due, long onTime, long recorded, long dueOriginal, long original) {
    counts.put(Figure.DUE, due);
    counts.put(Figure.ON_TIME, onTime);
    counts.put(Figure.ON_TIME_RECORDED, recorded);
    counts.put(Figure.DUE_ORIGINAL, dueOriginal);
    counts.put(Figure.ON_TIME_ORIGINAL, original);
  }

  private CountTable published() {
    return PublicTables.of(
        PublicTables.figures(
            new Turnaround.Received(
                count(Figure.RECEIVED),
                count(Figure.ANSWERED),
                count(Figure.CANCELLED),
                count(Figure.OPEN),
                count(Figure.NO_DEADLINE),
                null,
                null,
                null),
            count(Figure.OPEN_AT_AS_OF),
            PublicTables.rate(count(Figure.ON_TIME), count(Figure.DUE)),
            PublicTables.rate(count(Figure.ON_TIME_ORIGINAL), count(Figure.DUE_ORIGINAL)),
            PublicTables.rate(count(Figure.ON_TIME_RECORDED), count(Figure.DUE)),
            PublicTables.rate(count(Figure.PAPERS_IN_TIME), count(Figure.PAPERS))));
  }

  private static String renamed(String name) {
    return RENAMED.getOrDefault(name, name);
  }

  private static Map<String, Long> renamed(Map<String, Long> counts) {
    Map<String, Long> all = new LinkedHashMap<>();
    counts.forEach((name, count) -> all.put(renamed(name), count));
    return all;
  }

  private static CountTable renamed(CountTable table) {
    List<CountTable.Sum> sums =
        table.sums().stream()
            .map(sum ->
                new CountTable.Sum(
                    renamed(sum.total()),
                    sum.parts().stream().map(SameTableTest::renamed).toList()))
            .toList();
    return new CountTable(renamed(table.printed()), renamed(table.implied()), sums);
  }

  private static Map<String, Long> without(Map<String, Long> counts) {
    Map<String, Long> rest = new LinkedHashMap<>(counts);
    rest.keySet().removeAll(MORE);
    return rest;
  }

  private static CountTable shared(CountTable table) {
    for (CountTable.Sum sum : table.sums()) {
      assertThat(MORE.contains(sum.total()))
          .as("%s ties both together", sum)
          .isEqualTo(MORE.containsAll(sum.parts()));
    }
    return new CountTable(
        without(table.printed()),
        without(table.implied()),
        table.sums().stream().filter(sum -> !MORE.contains(sum.total())).toList());
  }

  private CountTable same() {
    CountTable report = shared(Publication.table(Figures.of(counts)));
    CountTable figures = renamed(published());
    assertThat(List.copyOf(report.printed().entrySet()))
        .as("in the same order, by which counts are withheld: %s", counts)
        .isEqualTo(List.copyOf(figures.printed().entrySet()));
    assertThat(List.copyOf(report.implied().entrySet()))
        .isEqualTo(List.copyOf(figures.implied().entrySet()));
    assertThat(report.sums()).isEqualTo(figures.sums());
    return figures;
  }

  @Test
  void ofAllSmallCohortsBothTablesAreTheSame() {
    int shapes = 0;
    for (long due = 0; due <= 4; due++) {
      for (long onTime = 0; onTime <= due; onTime++) {
        for (long recorded = 0; recorded <= due; recorded++) {
          for (long dueOriginal = 0; dueOriginal <= 4; dueOriginal++) {
            for (long original = 0; original <= dueOriginal; original++) {
              due(due, onTime, recorded, dueOriginal, original);
              same();
              shapes++;
            }
          }
        }
      }
    }
    assertThat(shapes).isEqualTo(55 * 15);
  }

  @Test
  void whatIsWithheldInOneIsWithheldInTheOther() {
    long seed = new Random().nextLong();
    System.out.println("two tables of one half-year: seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 30; i++) {
      long answered = random.nextInt(12);
      long open = random.nextInt(9);
      counts.put(Figure.ANSWERED, answered);
      counts.put(Figure.OPEN, open);
      counts.put(Figure.RECEIVED, answered + open);
      counts.put(Figure.CANCELLED, random.nextLong(answered + 1));
      counts.put(Figure.NO_DEADLINE, random.nextLong(answered + open + 1));
      counts.put(Figure.OPEN_AT_AS_OF, open + random.nextInt(9));
      counts.put(Figure.PAPERS, (long) random.nextInt(9));
      counts.put(Figure.PAPERS_IN_TIME, random.nextLong(count(Figure.PAPERS) + 1));
      counts.put(Figure.PARTS, 9L + random.nextInt(9));
      counts.put(Figure.PARTS_BEYOND, (long) random.nextInt(9));
      counts.put(Figure.ERRORS_REPORTABLE, (long) random.nextInt(9));
      long due = random.nextInt(9);
      long original = random.nextInt(9);
      due(
          due,
          random.nextLong(due + 1),
          random.nextLong(due + 1),
          original,
          random.nextLong(original + 1));
      CountTable figures = same();
      Map<String, Object> report =
          new HashMap<>(Suppression.of(Publication.table(Figures.of(counts))));
      report.keySet().removeAll(MORE);
      assertThat(report).as("seed %d, %s", seed, counts).isEqualTo(Suppression.of(figures));
    }
  }
}
