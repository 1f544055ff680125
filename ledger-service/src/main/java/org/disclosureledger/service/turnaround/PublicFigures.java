package org.disclosureledger.service.turnaround;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.disclosureledger.service.suppression.CountTable;
import org.disclosureledger.service.suppression.Shown;
import org.disclosureledger.service.suppression.Suppression;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a half-year that is over, as of its end, for anybody to read: {@code <5} where a
 * count is less than five, {@code *} where one is withheld so that no such count can be computed. A
 * half-year has one such table, for ever the same: two that differ by a day would tell what
 * happened that day.
 *
 * @param head over the entries before the first one after which none of the half-year can come; for
 *     ever the same too
 * @param legend what the two signs mean, by language
 */
public record PublicFigures(
    String ledger,
    Instant asOf,
    Turnaround.Head head,
    Instant from,
    Instant to,
    Received received,
    String openAtAsOf,
    Share onTime,
    Share onTimeOriginal,
    Share onTimeByRecordedTime,
    Share confirmedInWriting,
    Map<String, String> legend) {

  public PublicFigures {
    legend = Map.copyOf(legend);
  }

  /** How many requests have to lie on either side of a percentile that is printed. */
  private static final long BESIDE = Suppression.LEAST;

  private static final Map<String, String> LEGEND =
      Map.of(
          "vi", "<5: ít hơn năm, kể cả không có; *: không nêu để không suy ra được số nhỏ",
          "en", "<5: fewer than five, none included; *: withheld, so that no such count follows");

  /**
   * Requests received within the half-year by the time first claimed.
   *
   * @param p50Hours gross turnaround, whole hours, rounded up; absent unless at least five requests
   *     took less and five more
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Received(
      String count,
      String answered,
      String cancelled,
      String open,
      String noDeadline,
      @Nullable Long p50Hours,
      @Nullable Long p90Hours) {}

  /**
   * @param percent whole, half up; absent unless both counts are printed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Share(String numerator, String denominator, @Nullable Long percent) {}

  /** What may be published of these figures. */
  public static PublicFigures of(Turnaround figures) {
    return of(figures, Suppression::of);
  }

  static PublicFigures of(
      Turnaround figures, Function<CountTable, Map<String, Shown>> suppression) {
    CountTable table = table(figures);
    return new Printing(table, suppression.apply(table)).print(figures);
  }

  static CountTable table(Turnaround figures) {
    Turnaround.Received received = figures.received();
    CountTable.Builder table =
        new CountTable.Builder()
            .print("received", received.count())
            .print("answered", received.answered())
            .print("open", received.open())
            .sum("received", "answered", "open")
            .print("cancelled", received.cancelled())
            .rest("answeredInSubstance", "answered", "cancelled")
            .print("noDeadline", received.noDeadline())
            .rest("withDeadline", "received", "noDeadline")
            .print("openAtAsOf", figures.openAtAsOf())
            .rest("openFromBefore", "openAtAsOf", "open")
            .print("due", figures.onTime().denominator())
            .print("onTime", figures.onTime().numerator())
            .rest("late", "due", "onTime")
            .print("dueOriginally", figures.onTimeOriginal().denominator())
            .print("papers", figures.confirmedInWriting().denominator())
            .print("papersInTime", figures.confirmedInWriting().numerator())
            .rest("papersLate", "papers", "papersInTime");
    // Who was in time only by what was claimed, or by an extension alone, is few people: their
    // number must not follow. Where it is the other way round (a clock that ran ahead, a due time
    // moved forward), no reader would think of it: the count is left out here and withheld.
    long onTime = figures.onTime().numerator();
    long recorded = figures.onTimeByRecordedTime().numerator();
    if (recorded <= onTime) {
      table
          .print("onTimeRecorded", recorded)
          .rest("lateByRecordedTime", "due", "onTimeRecorded")
          .rest("claimedOnly", "onTime", "onTimeRecorded");
    }
    long original = figures.onTimeOriginal().numerator();
    boolean sameCohort = figures.onTime().denominator() == figures.onTimeOriginal().denominator();
    if (!sameCohort || original <= onTime) {
      table
          .print("onTimeOriginal", original)
          .rest("lateOriginally", "dueOriginally", "onTimeOriginal");
      if (sameCohort) {
        table.rest("byExtension", "onTime", "onTimeOriginal");
      }
    }
    return table.build();
  }

  private record Printing(CountTable table, Map<String, Shown> shown) {
    PublicFigures print(Turnaround figures) {
      Turnaround.Received received = figures.received();
      boolean counted = exact("answered");
      return new PublicFigures(
          figures.ledger(),
          figures.asOf(),
          figures.head(),
          figures.from(),
          figures.to(),
          new Received(
              text("received"),
              text("answered"),
              text("cancelled"),
              text("open"),
              text("noDeadline"),
              counted && received.answered() > 2 * BESIDE ? hours(received.p50Millis()) : null,
              counted && received.answered() >= 10 * BESIDE ? hours(received.p90Millis()) : null),
          text("openAtAsOf"),
          share("onTime", "due"),
          share("onTimeOriginal", "dueOriginally"),
          share("onTimeRecorded", "due"),
          share("papersInTime", "papers"),
          LEGEND);
    }

    private boolean exact(String name) {
      return shown.get(name) == Shown.EXACT;
    }

    private long count(String name) {
      return Objects.requireNonNull(table.printed().get(name), name);
    }

    private String text(String name) {
      return Objects.requireNonNull(shown.get(name), name).of(count(name));
    }

    private Share share(String part, String whole) {
      Shown how = shown.get(part);
      if (how == null) {
        boolean few = shown.get(whole) == Shown.FEWER_THAN_FIVE;
        return new Share((few ? Shown.FEWER_THAN_FIVE : Shown.WITHHELD).of(0), text(whole), null);
      }
      Long percent =
          exact(part) && exact(whole)
              ? BigDecimal.valueOf(count(part) * 100)
                  .divide(BigDecimal.valueOf(count(whole)), 0, RoundingMode.HALF_UP)
                  .longValueExact()
              : null;
      return new Share(text(part), text(whole), percent);
    }

    private static @Nullable Long hours(@Nullable Long millis) {
      if (millis == null) {
        return null;
      }
      long hour = Duration.ofHours(1).toMillis();
      return Math.ceilDiv(millis, hour);
    }
  }
}
