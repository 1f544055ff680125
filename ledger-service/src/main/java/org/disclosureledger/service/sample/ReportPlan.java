package org.disclosureledger.service.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.report.ReportName;
import org.disclosureledger.service.report.command.AmendReport;
import org.disclosureledger.service.report.command.FreezeReport;
import org.disclosureledger.service.report.command.SubmitReport;

/**
 * Reports: of the half-year that ended last, frozen, submitted and amended since, and one that was
 * asked for out of turn about the weeks before.
 */
final class ReportPlan {
  /** A fortnight after the half-year's end, if the sample goes on as long. */
  private static final Duration SOON = Duration.ofDays(14);

  private static final Duration A_WHILE = Duration.ofHours(4);
  private static final double OUT_OF_TURN = 0.96;

  private final Instant start;
  private final Instant end;
  private final UUID outOfTurn;

  /**
   * @param start first instant of the sample, UTC
   * @param end no step lies after it, UTC
   */
  ReportPlan(Instant start, Instant end, Invented invented) {
    this.start = start;
    this.end = end;
    this.outOfTurn = invented.uuid();
  }

  List<SampleStep> steps() {
    Instant over = ReportingPeriod.halfYearOf(end.minus(A_WHILE)).from();
    Duration step = Duration.between(over, end).dividedBy(4);
    Duration soon = step.compareTo(SOON) < 0 ? step : SOON;
    LocalDate day = LocalDate.ofInstant(over.minusMillis(1), LedgerZone.ID);
    ReportName name = ReportName.half(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2);
    ReportingPeriod half = name.period().orElseThrow();
    Instant frozenAt = shown(over.plus(soon));
    Mark frozen = new Mark();
    SampleStep freeze =
        step(
            frozenAt,
            frozen,
            memory ->
                new FreezeReport(
                    name, memory.stated(half, frozenAt), null, frozenAt.plus(Duration.ofDays(1))));
    SampleStep submit =
        step(
            frozenAt.plus(soon.dividedBy(4)),
            new Mark(),
            memory ->
                new SubmitReport(
                    name,
                    memory.first(frozen),
                    SampleAgency.LASTING.getFirst().code().value(),
                    null,
                    "0027/BC-MẪU",
                    "Đã nhận, phiếu tiếp nhận mẫu"));
    Instant amendedAt = shown(frozenAt.plus(step));
    SampleStep amend =
        step(
            amendedAt,
            new Mark(),
            memory ->
                new AmendReport(
                    name, memory.stated(half, amendedAt), "Bổ sung yêu cầu ghi sổ chậm"));
    return List.of(freeze, submit, amend, outOfTurn());
  }

  private SampleStep outOfTurn() {
    Duration length = Duration.between(start, end);
    Instant at = shown(start.plusMillis((long) (length.toMillis() * OUT_OF_TURN)));
    Instant to = LocalDate.ofInstant(at, LedgerZone.ID).atStartOfDay(LedgerZone.ID).toInstant();
    ReportingPeriod period = new ReportingPeriod(to.minus(Duration.ofDays(90)), to);
    return step(
        at,
        new Mark(),
        memory ->
            new FreezeReport(
                ReportName.outOfTurn(outOfTurn), memory.stated(period, at), null, null));
  }

  /** As the ledger's clock shows it then: no figures are as of a moment later. */
  private static Instant shown(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }

  private static SampleStep step(
      Instant at, Mark mark, Function<SampleMemory, LedgerCommand> command) {
    return new SampleStep(at, SamplePerson.SUPERVISOR, mark, command);
  }
}
