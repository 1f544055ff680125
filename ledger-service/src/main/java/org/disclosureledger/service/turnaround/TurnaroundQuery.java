package org.disclosureledger.service.turnaround;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.FiguresBehind;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerHeads;
import org.disclosureledger.service.statistics.Coverage;
import org.disclosureledger.service.statistics.StatisticsFilter;
import org.disclosureledger.service.statistics.StatisticsQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Picks the first figures from the statistics, all of them and the head from one snapshot. */
@Component
public class TurnaroundQuery {
  /**
   * What {@code schemas/REPORTS.md} has no figure of; the stretches are those of the table's
   * indexes.
   */
  private static final String AS_CORRECTED =
      """
      SELECT
        count(*) FILTER (
          WHERE q.answered_at <= :asOf AND q.cancelled_recorded <> 9223372036854775807),
        count(*) FILTER (WHERE q.due IS NULL)
      FROM facts.request_fact q
      WHERE q.ledger = :ledger AND q.recorded_from <= :asOf AND q.recorded_until > :asOf
        AND q.received_corrected >= :from AND q.received_corrected < :to
        AND ((q.span_to <= q.span_from + 2592000000
            AND q.span_from > :from - 2592000001 AND q.span_from < :to)
          OR (q.span_to > q.span_from + 2592000000 AND q.span_from < :to AND q.span_to >= :from))\
      """;

  /** Some hundred bytes each. */
  private static final int MOST_HALVES = 1_000;

  private final LedgerReader reader;
  private final LedgerHeads heads;
  private final Coverage coverage;
  private final KeptUnderHead<Turnaround> published =
      new KeptUnderHead<>(MOST_HALVES, figures -> 1);

  TurnaroundQuery(LedgerReader reader, LedgerHeads heads, Coverage coverage) {
    this.reader = reader;
    this.heads = heads;
    this.coverage = coverage;
  }

  /**
   * The figures of a period; what was acknowledged when they are asked for is counted.
   *
   * @param asOf T: facts recorded later do not count
   * @throws FiguresBehind when the facts do not catch up with the ledger
   */
  public Turnaround figures(LedgerDescription ledger, ReportingPeriod period, Instant asOf) {
    return LedgerReader.question(() -> {
      coverage.await(ledger);
      Counted counted = counted(ledger, period, asOf);
      return counted.under(head(ledger, counted.stated().size()), ledger.name());
    });
  }

  /**
   * The figures of a half-year as of its end, under the head at which it was known to be over: the
   * same whenever they are asked for, and counted once.
   *
   * @param turn counts when it is their turn; what is kept waits for none
   * @return empty until the ledger has an entry after which none of the half-year can come
   * @throws FiguresBehind when nobody can say so before the facts catch up with the ledger
   */
  public Optional<Turnaround> whenOver(
      LedgerDescription ledger,
      ReportingPeriod half,
      Function<Supplier<Turnaround>, Turnaround> turn) {
    return LedgerReader.question(() ->
        // Read before the figures: what was over then is over, and needs nothing that came later.
        headWhenOver(ledger, half)
            .map(head ->
                published
                    .kept(ledger, half, head)
                    .orElseGet(() -> turn.apply(() -> made(ledger, half, head)))));
  }

  private Turnaround made(LedgerDescription ledger, ReportingPeriod half, Turnaround.Head head) {
    return published.get(
        ledger, half, head, () -> counted(ledger, half, half.to()).under(head, ledger.name()));
  }

  /**
   * The head at which a half-year was known to be over; nothing is counted.
   *
   * @return as of {@link #whenOver}
   * @throws FiguresBehind as there
   */
  public Optional<Turnaround.Head> headWhenOver(LedgerDescription ledger, ReportingPeriod half) {
    return LedgerReader.question(() -> {
      Optional<Long> over = over(ledger, half);
      if (over.isEmpty()) {
        coverage.await(ledger);
        over = over(ledger, half);
      }
      return over.map(size -> head(ledger, size));
    });
  }

  /** How many entries of the ledger a half-year that is over rests on. */
  private Optional<Long> over(LedgerDescription ledger, ReportingPeriod half) {
    return reader.in(
        ledger.id(),
        db ->
            db.sql(
                    """
                    SELECT leaf FROM facts.half_over
                    WHERE ledger = :ledger AND ended >= :to ORDER BY leaf LIMIT 1\
                    """)
                .param("ledger", ledger.name())
                .param("to", half.to().toEpochMilli())
                .query(Long.class)
                .optional());
  }

  /** Which head a size has never changes, so that it need not be of the same snapshot. */
  private Turnaround.Head head(LedgerDescription ledger, long size) {
    String root = heads.at(ledger.name(), size).map(head -> head.root().toBase64()).orElse(null);
    return new Turnaround.Head(size, root);
  }

  /** Of those received as corrected, how many were taken back and how many have no due time. */
  private record AsCorrected(long cancelled, long noDeadline) {}

  private Counted counted(LedgerDescription ledger, ReportingPeriod period, Instant asOf) {
    return reader.inSnapshot(
        ledger.id(),
        db ->
            new Counted(
                StatisticsQuery.within(
                    db, ledger.name(), period, asOf, EnumSet.of(Slice.ALL), StatisticsFilter.NONE),
                asCorrected(db, ledger.name(), period, asOf)));
  }

  private static AsCorrected asCorrected(
      JdbcClient db, String ledger, ReportingPeriod period, Instant asOf) {
    return db.sql(AS_CORRECTED)
        .param("ledger", ledger)
        .param("asOf", asOf.toEpochMilli())
        .param("from", period.from().toEpochMilli())
        .param("to", period.to().toEpochMilli())
        .query((row, n) -> new AsCorrected(row.getLong(1), row.getLong(2)))
        .single();
  }

  private record Counted(StatedFigures stated, AsCorrected corrected) {
    Turnaround under(Turnaround.Head head, String ledger) {
      Figures all = stated.all();
      return new Turnaround(
          ledger,
          stated.asOf(),
          head,
          stated.period().from(),
          stated.period().to(),
          Turnaround.Received.of(
              all.count(Figure.RECEIVED),
              all.count(Figure.ANSWERED),
              all.count(Figure.CANCELLED),
              all.count(Figure.NO_DEADLINE),
              millis(Figure.GROSS_P50),
              millis(Figure.GROSS_P90)),
          Turnaround.Received.of(
              all.count(Figure.RECEIVED_CORRECTED),
              all.count(Figure.RECEIVED_CORRECTED) - all.count(Figure.OPEN_CORRECTED),
              corrected.cancelled(),
              corrected.noDeadline(),
              millis(Figure.GROSS_CORRECTED_P50),
              millis(Figure.GROSS_CORRECTED_P90)),
          all.count(Figure.OPEN_AT_AS_OF),
          all.count(Figure.UNREADABLE),
          rate(Figure.ON_TIME, Figure.DUE),
          rate(Figure.ON_TIME_ORIGINAL, Figure.DUE_ORIGINAL),
          rate(Figure.ON_TIME_RECORDED, Figure.DUE),
          rate(Figure.PAPERS_IN_TIME, Figure.PAPERS),
          rate(Figure.PAPERS_CLAIMED, Figure.PAPERS));
    }

    /** Nearest rank: where many are open it is an estimate, which Received leaves out. */
    private @Nullable Long millis(Figure figure) {
      OptionalLong quantile = stated.all().quantile(figure);
      return quantile.isPresent() ? quantile.getAsLong() : null;
    }

    private Rate rate(Figure part, Figure whole) {
      return Rate.of(stated.all().count(part), stated.all().count(whole));
    }
  }
}
