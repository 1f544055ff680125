package org.disclosureledger.service.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.suppression.CountTable;
import org.disclosureledger.service.suppression.Shown;
import org.disclosureledger.service.suppression.Suppression;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.junit.jupiter.api.Test;

/**
 * A reader of a public report who makes every report there is, publishes each as we do, and keeps
 * those that look the same: of no count from one to four may fewer than four values be left.
 */
class PublicationPreimagesTest {
  private static final ReportingPeriod HALF = ReportingPeriod.half(2026, 1);
  private static final List<String> MONTHS = List.copyOf(HALF.months().keySet());

  private final Map<List<String>, Suppression> suppressions = new HashMap<>();
  private final Map<Object, Map<String, Set<Long>>> groups = new HashMap<>();
  private int reports;

  private Map<String, Shown> shown(CountTable table) {
    return suppressions
        .computeIfAbsent(
            List.of(table.printed().keySet().toString(), table.implied().keySet().toString()),
            same -> new Suppression(table))
        .shown(table);
  }

  /**
   * @param all of the whole
   * @param months received in each, all of {@code received}
   * @param kinds alike
   */
  private void add(Map<Figure, Long> all, long[] months, long[] kinds, Map<String, Long> secret) {
    List<FigureRow> rows = new ArrayList<>();
    rows.add(new FigureRow(Slice.ALL, "", Figures.of(all)));
    for (int i = 0; i < kinds.length; i++) {
      rows.add(received(Slice.AGENCY_KIND, AgencyKind.values()[i].name(), kinds[i]));
    }
    rows.add(received(Slice.EMERGENCY, "true", all.getOrDefault(Figure.EMERGENCIES, 0L)));
    for (int i = 0; i < months.length; i++) {
      rows.add(received(Slice.MONTH, MONTHS.get(i), months[i]));
    }
    StatedFigures figures = new StatedFigures(HALF, HALF.to(), 412, null, rows, List.of());
    Object looks = Publication.of(figures, this::shown).rows();
    Map<String, Set<Long>> group = groups.computeIfAbsent(looks, same -> new HashMap<>());
    secret.forEach((name, count) -> group.computeIfAbsent(name, n -> new HashSet<>()).add(count));
    reports++;
  }

  private static FigureRow received(Slice slice, String key, long count) {
    return new FigureRow(slice, key, Figures.of(Map.of(Figure.RECEIVED, count)));
  }

  private void nothingIsTold(int least) {
    assertThat(reports).isGreaterThan(least);
    groups.forEach((looks, group) ->
        group.forEach((name, may) -> {
          if (may.stream().anyMatch(value -> value > 0 && value < Suppression.LEAST)) {
            assertThat(may).as("%s of %s", name, looks).hasSizeGreaterThanOrEqualTo(4);
          }
        }));
  }

  private static Map<Figure, Long> all(long received, long emergencies) {
    Map<Figure, Long> all = new EnumMap<>(Figure.class);
    all.put(Figure.RECEIVED, received);
    all.put(Figure.ANSWERED, received);
    all.put(Figure.EMERGENCIES, emergencies);
    return all;
  }

  private interface Each {
    void cells(long[] cells);
  }

  private static void fill(long[] cells, int at, long left, Each each) {
    if (at == cells.length - 1) {
      cells[at] = left;
      each.cells(cells);
      return;
    }
    for (long value = 0; value <= left; value++) {
      cells[at] = value;
      fill(cells, at + 1, left - value, each);
    }
  }

  @Test
  void nothingIsToldOfMonthsAndEmergenciesTogether() {
    for (long received = 0; received <= 9; received++) {
      for (long emergencies = 0; emergencies <= received; emergencies++) {
        long all = received;
        long some = emergencies;
        fill(
            new long[6],
            0,
            received,
            months -> {
              Map<String, Long> secret = new HashMap<>();
              for (int i = 0; i < months.length; i++) {
                secret.put("month " + i, months[i]);
              }
              secret.put("received", all);
              secret.put("emergencies", some);
              secret.put("no emergencies", all - some);
              add(all(all, some), months, new long[] {all}, secret);
            });
      }
    }
    nothingIsTold(30_000);
  }

  @Test
  void nothingIsToldOfKinds() {
    for (long received = 0; received <= 6; received++) {
      long all = received;
      fill(
          new long[AgencyKind.values().length],
          0,
          received,
          kinds -> {
            Map<String, Long> secret = new HashMap<>();
            for (int i = 0; i < kinds.length; i++) {
              secret.put("kind " + i, kinds[i]);
            }
            add(all(all, 0), new long[] {all}, kinds, secret);
          });
    }
    nothingIsTold(8_000);
  }

  @Test
  void nothingIsToldOfAnswersAndEmergenciesTogether() {
    for (long received = 0; received <= 7; received++) {
      for (long openOfAll = 0; openOfAll <= 6; openOfAll++) {
        for (long open = 0; open <= Math.min(received, openOfAll); open++) {
          for (long cancelled = 0; cancelled <= received - open; cancelled++) {
            answers(received, openOfAll, open, cancelled);
          }
        }
      }
    }
    nothingIsTold(10_000);
  }

  private void answers(long received, long openOfAll, long open, long cancelled) {
    for (long noDeadline = 0; noDeadline <= received; noDeadline++) {
      for (long emergencies = 0; emergencies <= received; emergencies++) {
        Map<Figure, Long> all = all(received, emergencies);
        all.put(Figure.ANSWERED, received - open);
        all.put(Figure.OPEN, open);
        all.put(Figure.OPEN_AT_AS_OF, openOfAll);
        all.put(Figure.CANCELLED, cancelled);
        all.put(Figure.NO_DEADLINE, noDeadline);
        add(
            all,
            new long[] {received},
            new long[] {received},
            Map.of(
                "open", open,
                "open from before", openOfAll - open,
                "answered", received - open,
                "cancelled", cancelled,
                "in substance", received - open - cancelled,
                "no deadline", noDeadline,
                "with a deadline", received - noDeadline,
                "emergencies", emergencies,
                "no emergencies", received - emergencies));
      }
    }
  }

  @Test
  void nothingIsToldOfPartsBeyondTheirScope() {
    for (long parts = 0; parts <= 40; parts++) {
      for (long beyond = 0; beyond <= parts; beyond++) {
        for (long errors = 0; errors <= 8; errors++) {
          Map<Figure, Long> all = all(20, 0);
          all.put(Figure.PARTS, parts);
          all.put(Figure.PARTS_BEYOND, beyond);
          all.put(Figure.ERRORS_REPORTABLE, errors);
          add(
              all,
              new long[] {20},
              new long[] {20},
              Map.of("parts", parts, "beyond", beyond, "within", parts - beyond, "errors", errors));
        }
      }
    }
    nothingIsTold(7_000);
  }

  /** The reader bites: with every count printed, it finds what is told. */
  @Test
  void aTableThatPrintsEverythingIsFound() {
    suppressions.clear();
    for (long received = 5; received <= 9; received++) {
      for (long emergencies = 0; emergencies <= received; emergencies++) {
        List<FigureRow> rows =
            List.of(
                new FigureRow(Slice.ALL, "", Figures.of(all(received, emergencies))),
                received(Slice.AGENCY_KIND, "COURT", received),
                received(Slice.EMERGENCY, "true", emergencies),
                received(Slice.MONTH, MONTHS.getFirst(), received));
        StatedFigures figures = new StatedFigures(HALF, Instant.EPOCH, 412, null, rows, List.of());
        Object looks =
            Publication.of(
                    figures,
                    table -> {
                      Map<String, Shown> exact = new HashMap<>();
                      table.printed().keySet().forEach(name -> exact.put(name, Shown.EXACT));
                      return exact;
                    })
                .rows();
        groups
            .computeIfAbsent(looks, same -> new HashMap<>())
            .computeIfAbsent("emergencies", n -> new HashSet<>())
            .add(emergencies);
      }
    }
    assertThat(groups.values())
        .anyMatch(group -> group.getOrDefault("emergencies", Set.of()).equals(Set.of(1L)));
  }
}
