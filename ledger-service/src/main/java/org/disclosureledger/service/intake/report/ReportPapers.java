package org.disclosureledger.service.intake.report;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.FiguresUnderHead;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.intake.FigureBudget;
import org.disclosureledger.service.paper.ReportPaper;
import org.disclosureledger.service.report.ReportKind;
import org.disclosureledger.service.report.ReportName;
import org.disclosureledger.service.report.ReportRule;
import org.disclosureledger.service.report.event.StatedRow;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.turnaround.KeptUnderHead;
import org.disclosureledger.service.turnaround.Turnaround;
import org.disclosureledger.service.turnaround.TurnaroundQuery;
import org.disclosureledger.service.wire.QueryParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a report's documents are made of: the report as the log has it, and what things are called.
 */
@Component
class ReportPapers {
  private static final int MOST_ROWS = 50_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ReportReading reading;
  private final EntryStore store;
  private final AgencyQuery agencies;
  private final TurnaroundQuery turnaround;
  private final FiguresUnderHead figures;
  private final FigureBudget budget;

  private final KeptUnderHead<StatedFigures> published =
      new KeptUnderHead<>(MOST_ROWS, stated -> stated.rows().size());

  ReportPapers(
      ReportReading reading,
      EntryStore store,
      AgencyQuery agencies,
      TurnaroundQuery turnaround,
      FiguresUnderHead figures,
      FigureBudget budget) {
    this.reading = reading;
    this.store = store;
    this.agencies = agencies;
    this.turnaround = turnaround;
    this.figures = figures;
    this.budget = budget;
  }

  /**
   * A version of a report, with exact counts.
   *
   * @param version event id; the last where none is asked for
   * @param heading what stands at the head of the PDF
   * @throws CommandRefused when there is no such report or version
   */
  ReportPaper full(
      LedgerDescription ledger,
      String name,
      @Nullable UUID version,
      ReportPaper.Languages languages,
      ReportPaper.Heading heading) {
    ReportDetails report = reading.one(ledger, name);
    int number = report.versions().size() - 1;
    if (version != null) {
      number =
          report.versions().stream().map(ReportDetails.Version::version).toList().indexOf(version);
      if (number < 0) {
        throw new CommandRefused(ReportRule.VERSION_UNKNOWN, "version " + version);
      }
    }
    ReportDetails.Version stated = report.versions().get(number);
    List<FigureRow> rows = stated.rows().stream().map(StatedRow::row).toList();
    StatedFigures as =
        new StatedFigures(
            new ReportingPeriod(report.from(), report.to()),
            stated.asOf(),
            stated.head().size(),
            stated.head().root(),
            rows,
            List.of());
    ReportPaper.Amendment amendment =
        number == 0 ? null : new ReportPaper.Amendment(number, report.versions().getFirst().asOf());
    return paper(
        ledger, report, stated, as, amendment, heading, languages, ReportPaper.Variant.FULL);
  }

  /**
   * What anybody may see of a half-year, under the head by which it was known to be over: the same
   * for ever (decisions 0023, 0025).
   *
   * @throws CommandRefused when there is no such report, or too much is counted already
   * @throws org.disclosureledger.service.figures.FiguresBehind when the facts do not reach that
   *     head
   */
  ReportPaper published(LedgerDescription ledger, String name, ReportPaper.Languages languages) {
    ReportDetails report = reading.one(ledger, name);
    ReportName half = ReportName.of(name).orElseThrow(ReportReading::unknown);
    ReportingPeriod period = half.period().orElse(null);
    if (half.kind() != ReportKind.HALF_YEAR || period == null) {
      throw QueryParameters.refused("report", "only a half-year's report is published");
    }
    Optional<Turnaround.Head> over = turnaround.headWhenOver(ledger, period);
    if (over.isEmpty()) {
      throw QueryParameters.refused("report", "its half-year is not closed yet");
    }
    // Nothing later than that head changes them, so nothing later is waited for.
    Turnaround.Head head = over.get();
    // Whoever waits for another's count takes a turn too: a queue without end would form else.
    StatedFigures counted =
        published
            .kept(ledger, period, head)
            .orElseGet(() -> budget.counted(() -> counted(ledger, period, head)));
    StatedFigures as =
        new StatedFigures(period, period.to(), head.size(), head.root(), counted.rows(), List.of());
    return paper(
        ledger,
        report,
        report.versions().getFirst(),
        as,
        null,
        ReportPaper.Heading.BLANK,
        languages,
        ReportPaper.Variant.PUBLIC);
  }

  private StatedFigures counted(
      LedgerDescription ledger, ReportingPeriod period, Turnaround.Head head) {
    return published.get(
        ledger,
        period,
        head,
        () -> figures.stated(ledger.name(), period, period.to(), head.size()));
  }

  private ReportPaper paper(
      LedgerDescription ledger,
      ReportDetails report,
      ReportDetails.Version stated,
      StatedFigures as,
      ReportPaper.@Nullable Amendment amendment,
      ReportPaper.Heading heading,
      ReportPaper.Languages languages,
      ReportPaper.Variant variant) {
    List<ReportPaper.Submission> submitted =
        report.submissions().stream()
            .filter(each -> each.version().equals(stated.version()))
            .map(each -> new ReportPaper.Submission(each.recipient(), each.submittedAt()))
            .toList();
    Instant dueBy = report.dueBy();
    return new ReportPaper(
        ledger.name(),
        enterprise(ledger),
        ledger.sample(),
        ReportName.of(report.name()).orElseThrow(ReportReading::unknown),
        as,
        stated.frozenAt(),
        stated.leafIndex(),
        amendment,
        dueBy,
        submitted,
        names(ledger, as, submitted),
        heading,
        languages,
        variant);
  }

  private Map<String, ReportPaper.AgencyName> names(
      LedgerDescription ledger, StatedFigures as, List<ReportPaper.Submission> submitted) {
    Map<String, ReportPaper.AgencyName> names = new HashMap<>();
    List<String> codes =
        Stream.concat(
                as.rows().stream().filter(row -> row.slice() == Slice.AGENCY).map(FigureRow::key),
                submitted.stream().map(ReportPaper.Submission::agency))
            .distinct()
            .toList();
    agencies
        .names(ledger, codes)
        .forEach((code, name) -> names.put(code, new ReportPaper.AgencyName(name.vi(), name.en())));
    return names;
  }

  /** As entry 0 has it. */
  private String enterprise(LedgerDescription ledger) {
    return store
        .entry(ledger.name(), 0)
        .map(entry -> JSON.readTree(entry.entry().payload().data()))
        .map(data -> data.at("/enterprise/nameVi"))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .orElse(ledger.name());
  }
}
