package org.disclosureledger.service.intake.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a period as {@code schemas/REPORTS.md} defines them.
 *
 * @param asOf T: what was recorded later does not count
 * @param from first instant of the period
 * @param to first instant after it
 * @param unbalanced requests whose backlog does not add up; none unless the facts were tampered
 *     with
 */
public record StatisticsAnswer(
    String ledger,
    Instant asOf,
    Head head,
    Instant from,
    Instant to,
    List<Row> rows,
    List<UUID> unbalanced) {

  public StatisticsAnswer {
    rows = List.copyOf(rows);
    unbalanced = List.copyOf(unbalanced);
  }

  /**
   * The newest head that the figures were counted under.
   *
   * @param root base64, as in a checkpoint; absent for an empty ledger
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Head(long size, @Nullable String root) {}

  /**
   * @param key of the slice; empty for all
   * @param figures a count of 0 and a quantile that does not exist are left out; milliseconds
   * @param shares of two of the figures, four decimals; left out over 0
   */
  public record Row(
      Slice slice, String key, Map<String, Long> figures, Map<String, String> shares) {
    static Row of(FigureRow row) {
      return new Row(row.slice(), row.key(), row.figures().members(), sharesOf(row.figures()));
    }
  }

  static StatisticsAnswer of(String ledger, StatedFigures stated) {
    return new StatisticsAnswer(
        ledger,
        stated.asOf(),
        new Head(stated.size(), stated.root()),
        stated.period().from(),
        stated.period().to(),
        stated.rows().stream().map(Row::of).toList(),
        stated.unbalanced());
  }

  static Map<String, String> sharesOf(Figures figures) {
    Map<String, String> shares = new LinkedHashMap<>();
    long filled = figures.count(Figure.ITEMS_DISCLOSED) + figures.count(Figure.ITEMS_IN_FORCE);
    Figures.share(filled, figures.count(Figure.ITEMS))
        .ifPresent(share -> shares.put("fillRate", share.toPlainString()));
    put(shares, "pauseShare", figures, Figure.PAUSED_MILLIS, Figure.GROSS_MILLIS);
    put(shares, "onTimeShare", figures, Figure.ON_TIME, Figure.DUE);
    put(shares, "onTimeRecordedShare", figures, Figure.ON_TIME_RECORDED, Figure.DUE);
    put(shares, "onTimeOriginalShare", figures, Figure.ON_TIME_ORIGINAL, Figure.DUE_ORIGINAL);
    put(shares, "papersInTimeShare", figures, Figure.PAPERS_IN_TIME, Figure.PAPERS);
    put(shares, "lagOverHourShare", figures, Figure.LAG_OVER_HOUR, Figure.RECORDED);
    put(shares, "emergencyShare", figures, Figure.EMERGENCIES, Figure.RECEIVED);
    put(shares, "refutedShare", figures, Figure.REFUTED, Figure.EMERGENCIES);
    put(shares, "fullShare", figures, Figure.FULL, Figure.ANSWERED);
    put(shares, "partialShare", figures, Figure.PARTIAL, Figure.ANSWERED);
    put(shares, "noneShare", figures, Figure.NONE, Figure.ANSWERED);
    put(shares, "refusedShare", figures, Figure.REFUSED, Figure.ANSWERED);
    put(shares, "overDisclosureShare", figures, Figure.PARTS_BEYOND, Figure.PARTS);
    return shares;
  }

  private static void put(
      Map<String, String> shares, String name, Figures figures, Figure part, Figure whole) {
    figures
        .share(part, whole)
        .map(BigDecimal::toPlainString)
        .ifPresent(share -> shares.put(name, share));
  }
}
