package org.disclosureledger.service.turnaround;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.disclosureledger.service.suppression.CountTable;
import org.disclosureledger.service.suppression.Shown;
import org.disclosureledger.service.suppression.Suppression;
import org.disclosureledger.service.turnaround.Turnaround.Received;
import org.junit.jupiter.api.Test;

/**
 * A reader of the published figures who makes every figures there are, publishes them as we do, and
 * keeps those that look the same. What was received, what was due and what was open are always
 * told, so figures of the same are all there are.
 */
class PublicFiguresPreimagesTest {
  private static final Received NOTHING = Received.of(0, 0, 0, 0, null, null);
  private static final Rate NONE = Rate.of(0, 0);

  private final Map<List<String>, Suppression> suppressions = new HashMap<>();
  private final Map<PublicFigures, Map<String, Set<Long>>> groups = new HashMap<>();

  private Map<String, Shown> shown(CountTable table) {
    return suppressions
        .computeIfAbsent(
            List.of(table.printed().keySet().toString(), table.implied().keySet().toString()),
            same -> new Suppression(table))
        .shown(table);
  }

  private static Received received(long count, long answered, long cancelled, long noDeadline) {
    return Received.of(count, answered, cancelled, noDeadline, 5_400_001L, 90_000_000L);
  }

  private PublicFigures published(Turnaround figures) {
    return PublicFigures.of(figures, this::shown);
  }

  private void add(Turnaround figures) {
    Map<String, Set<Long>> group =
        groups.computeIfAbsent(published(figures), same -> new HashMap<>());
    counts(figures)
        .forEach((name, count) -> group.computeIfAbsent(name, n -> new HashSet<>()).add(count));
  }

  /** What must not be told, reckoned apart from the table. */
  private static Map<String, Long> counts(Turnaround figures) {
    Received received = figures.received();
    Map<String, Long> counts = new HashMap<>();
    counts.put("received", received.count());
    counts.put("answered", received.answered());
    counts.put("open", received.open());
    counts.put("cancelled", received.cancelled());
    counts.put("in substance", received.answered() - received.cancelled());
    counts.put("no deadline", received.noDeadline());
    counts.put("with a deadline", received.count() - received.noDeadline());
    counts.put("all open", figures.openAtAsOf());
    counts.put("open from before", figures.openAtAsOf() - received.open());
    rate(counts, "on time", figures.onTime());
    rate(counts, "originally", figures.onTimeOriginal());
    rate(counts, "as recorded", figures.onTimeByRecordedTime());
    rate(counts, "papers", figures.confirmedInWriting());
    long onTime = figures.onTime().numerator();
    counts.put("as claimed alone", Math.abs(onTime - figures.onTimeByRecordedTime().numerator()));
    if (figures.onTime().denominator() == figures.onTimeOriginal().denominator()) {
      counts.put("by extension", Math.abs(onTime - figures.onTimeOriginal().numerator()));
    }
    return counts;
  }

  private static void rate(Map<String, Long> counts, String name, Rate rate) {
    counts.put(name, rate.numerator());
    counts.put(name + ", all", rate.denominator());
    counts.put(name + ", not", rate.denominator() - rate.numerator());
  }

  private static boolean small(long count) {
    return count > 0 && count < Suppression.LEAST;
  }

  private void nothingIsTold() {
    groups.forEach((looks, group) ->
        group.forEach((name, may) -> {
          if (may.stream().anyMatch(PublicFiguresPreimagesTest::small)) {
            assertThat(may).as("%s of %s", name, looks).hasSizeGreaterThanOrEqualTo(4);
          }
        }));
  }

  private void nothingIsToldOf(Turnaround figures) {
    Map<String, Set<Long>> group = groups.getOrDefault(published(figures), Map.of());
    counts(figures)
        .forEach((name, count) -> {
          if (small(count)) {
            assertThat(group.get(name))
                .as("%s of %s", name, figures)
                .hasSizeGreaterThanOrEqualTo(4);
          }
        });
  }

  @Test
  void nothingIsToldOfWhatWasReceived() {
    for (long received = 0; received <= 11; received++) {
      for (long open = 0; open <= 8; open++) {
        for (long answered = Math.max(0, received - open); answered <= received; answered++) {
          for (long cancelled = 0; cancelled <= answered; cancelled++) {
            for (long noDeadline = 0; noDeadline <= received; noDeadline++) {
              add(
                  PublicTables.figures(
                      received(received, answered, cancelled, noDeadline),
                      open,
                      NONE,
                      NONE,
                      NONE,
                      NONE));
            }
          }
        }
      }
    }
    nothingIsTold();
  }

  /** {@code most}: of what a reader thinks of, by how much a count may exceed that on time. */
  private void everyRate(boolean theOtherWayRoundToo) {
    for (long due = 0; due <= 13; due++) {
      for (long onTime = 0; onTime <= due; onTime++) {
        long most = theOtherWayRoundToo ? due : onTime;
        for (long recorded = 0; recorded <= most; recorded++) {
          for (long original = 0; original <= most; original++) {
            add(
                PublicTables.figures(
                    NOTHING,
                    0,
                    Rate.of(onTime, due),
                    Rate.of(original, due),
                    Rate.of(recorded, due),
                    NONE));
          }
        }
      }
    }
    nothingIsTold();
  }

  @Test
  void nothingIsToldOfWhoWasLate() {
    everyRate(false);
  }

  @Test
  void nothingIsToldOfWhoWasLateWhereAClockRanAhead() {
    everyRate(true);
  }

  @Test
  void nothingIsToldOfWhoWasLateInAnotherCohortThanTheOriginalOne() {
    for (long due = 0; due <= 9; due++) {
      for (long dueOriginally = 0; dueOriginally <= 9; dueOriginally++) {
        for (long onTime = 0; onTime <= due; onTime++) {
          for (long recorded = 0; recorded <= onTime; recorded++) {
            for (long original = 0; original <= dueOriginally; original++) {
              if (due != dueOriginally || original <= onTime) {
                add(
                    PublicTables.figures(
                        NOTHING,
                        0,
                        Rate.of(onTime, due),
                        Rate.of(original, dueOriginally),
                        Rate.of(recorded, due),
                        NONE));
              }
            }
          }
        }
      }
    }
    nothingIsTold();
  }

  @Test
  void nothingIsToldOfPapers() {
    for (long papers = 0; papers <= 60; papers++) {
      for (long inTime = 0; inTime <= papers; inTime++) {
        add(PublicTables.figures(NOTHING, 0, NONE, NONE, NONE, Rate.of(inTime, papers)));
      }
    }
    nothingIsTold();
  }

  /** Only some of the figures that look alike: those near by, which is fewer than there are. */
  @Test
  void nothingIsToldOfLargeFiguresByThoseNearThem() {
    long seed = new Random().nextLong();
    System.out.println("public figures: seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      long due = 100 + random.nextInt(2000);
      long late = few(random);
      long claimed = few(random);
      long extended = few(random);
      Turnaround one = null;
      for (long l = Math.max(0, late - 8); l <= late + 8; l++) {
        for (long c = Math.max(0, claimed - 8); c <= claimed + 8; c++) {
          for (long e = Math.max(0, extended - 8); e <= extended + 8; e++) {
            Turnaround next =
                PublicTables.figures(
                    NOTHING,
                    0,
                    Rate.of(due - l, due),
                    Rate.of(due - l - e, due),
                    Rate.of(due - l - c, due),
                    NONE);
            add(next);
            one = l == late && c == claimed && e == extended ? next : one;
          }
        }
      }

      nothingIsToldOf(Objects.requireNonNull(one));
      groups.clear();
    }
  }

  private static long few(Random random) {
    return random.nextInt(random.nextBoolean() ? 5 : 20);
  }
}
