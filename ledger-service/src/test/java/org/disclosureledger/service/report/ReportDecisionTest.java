package org.disclosureledger.service.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.EventSchemas;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.envelope.RecordedWithin;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.report.command.AmendReport;
import org.disclosureledger.service.report.command.FreezeReport;
import org.disclosureledger.service.report.command.ReportCommand;
import org.disclosureledger.service.report.command.SubmitReport;
import org.disclosureledger.service.report.event.ReportEvent;
import org.disclosureledger.service.report.event.ReportEvents;
import org.disclosureledger.service.report.event.ReportFrozen;
import org.disclosureledger.service.report.event.ReportListed;
import org.disclosureledger.service.report.event.StatedRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportDecisionTest {
  static final Instant NOW = Instant.parse("2026-11-03T17:30:00Z");
  static final ReportName NAME = ReportName.half(2026, 1);
  private static final ReportingPeriod HALF = ReportingPeriod.half(2026, 1);
  private static final String WHY = "Ghi sổ chậm";
  private static final String NUMBER = "0027/BC-MẪU";
  private static final UUID OTHER = new UUID(0x01980000_0000_7000L, 0x8000_0000_0000_00EEL);

  private long ids;

  static CommandContext context(ActorRole role) {
    return new ReportDecisionTest().at(NOW, role);
  }

  private CommandContext at(Instant now, ActorRole role) {
    return new CommandContext(
        "demo",
        role == ActorRole.SYSTEM ? Actor.SYSTEM : Actor.of(new UUID(0x4000L, 1L << 63)),
        role,
        now,
        () -> new UUID(0x01980000_0000_7000L, (1L << 63) + ids++),
        null);
  }

  static FreezeReport freeze() {
    return freeze(ReportDraft.figures(HALF, NOW), null);
  }

  private static FreezeReport freeze(StatedFigures figures, @Nullable String difference) {
    return new FreezeReport(NAME, figures, difference, NOW);
  }

  static AmendReport amend() {
    return new AmendReport(NAME, ReportDraft.figures(HALF, NOW), WHY);
  }

  static SubmitReport submit(ReportState state) {
    UUID version = state.versions().keySet().stream().findFirst().orElse(OTHER);
    return new SubmitReport(NAME, version, "toa-mau", null, NUMBER, WHY);
  }

  private List<ReportEvent> decide(
      ReportState state, ReportCommand command, @Nullable PreviousReport previous) {
    return Report.decide(state, command, at(NOW, ActorRole.SUPERVISOR), previous).stream()
        .map(ProposedEvent::event)
        .toList();
  }

  private ReportRule refusal(
      ReportState state, ReportCommand command, @Nullable PreviousReport previous) {
    CommandRefused refused =
        catchThrowableOfType(CommandRefused.class, () -> decide(state, command, previous));
    assertThat(refused).as("nothing refuses it").isNotNull();
    return (ReportRule) refused.rule();
  }

  /** Frozen an hour ago. */
  static ReportState frozen() {
    Instant before = NOW.minusSeconds(3_600);
    ReportDecisionTest test = new ReportDecisionTest();
    ReportState state = ReportState.EMPTY;
    CommandContext context = test.at(before, ActorRole.SUPERVISOR);
    FreezeReport command = freeze(ReportDraft.figures(HALF, before), null);
    for (ProposedEvent<ReportEvent> event : Report.decide(state, command, context, null)) {
      state = state.evolve(event.event(), header(event, context));
    }
    return state;
  }

  private static EventHeader header(ProposedEvent<ReportEvent> event, CommandContext context) {
    return new EventHeader(
        event.id(),
        context.ledger(),
        NAME.stream(),
        "of no concern here",
        event.time(),
        context.now(),
        context.actor(),
        context.role(),
        null,
        0,
        EventHeader.UNSEALED,
        EventHeader.UNSEALED);
  }

  @ParameterizedTest
  @EnumSource(ActorRole.class)
  void onlySupervisorsFreezeAmendAndSubmit(ActorRole role) {
    ReportState frozen = frozen();
    for (ReportCommand command : List.of(freeze(), amend(), submit(frozen))) {
      ReportState state = command instanceof FreezeReport ? ReportState.EMPTY : frozen;
      CommandRefused refused =
          catchThrowableOfType(
              CommandRefused.class, () -> Report.decide(state, command, context(role), null));
      assertThat(refused == null).as("%s", command).isEqualTo(role == ActorRole.SUPERVISOR);
    }
  }

  @Test
  void aReportIsFrozenOnceAndAmendedLater() {
    ReportState frozen = frozen();
    assertThat(refusal(frozen, freeze(), null)).isEqualTo(ReportRule.REPORT_EXISTS);
    assertThat(decide(frozen, amend(), null)).hasSize(1);
    AmendReport same =
        new AmendReport(NAME, ReportDraft.figures(HALF, NOW.minusSeconds(3_600)), WHY);
    assertThat(refusal(frozen, same, null)).isEqualTo(ReportRule.NOTHING_LATER);
    assertThat(refusal(ReportState.EMPTY, amend(), null)).isEqualTo(ReportRule.REPORT_NOT_FOUND);
  }

  @Test
  void aHalfYearThatIsNotOverIsNotFrozenAndWhatIsAsOfTheFutureNeither() {
    Instant end = HALF.to();
    FreezeReport early = freeze(ReportDraft.figures(HALF, end.minusMillis(1)), null);
    assertThat(refusal(ReportState.EMPTY, early, null)).isEqualTo(ReportRule.PERIOD_NOT_OVER);
    assertThat(decide(ReportState.EMPTY, freeze(ReportDraft.figures(HALF, end), null), null))
        .hasSize(1);
    FreezeReport ahead = freeze(ReportDraft.figures(HALF, NOW.plusMillis(1)), null);
    assertThat(refusal(ReportState.EMPTY, ahead, null)).isEqualTo(ReportRule.AS_OF_AHEAD);
    FreezeReport outOfTurn =
        new FreezeReport(
            ReportName.outOfTurn(OTHER), ReportDraft.figures(HALF, end.minusMillis(1)), null, null);
    assertThat(decide(ReportState.EMPTY, outOfTurn, null)).hasSize(1);
  }

  @Test
  void whatIsStatedIsRecordedNoEarlierThanTheInstantThatItIsAsOf() {
    Instant asOf = NOW.minusSeconds(5);
    StatedFigures figures = ReportDraft.figures(HALF, asOf);
    CommandContext context = context(ActorRole.SUPERVISOR);
    ProposedEvent<ReportEvent> frozen =
        Report.decide(ReportState.EMPTY, freeze(figures, null), context, null).getFirst();
    ProposedEvent<ReportEvent> amended =
        Report.decide(frozen(), new AmendReport(NAME, figures, WHY), context, null).getFirst();
    RecordedWithin behind = RecordedWithin.notBefore(asOf, ReportRule.AS_OF_AHEAD);
    assertThat(frozen.recordedWithin()).isEqualTo(behind);
    assertThat(amended.recordedWithin()).isEqualTo(behind);
  }

  @Test
  void aBacklogThatDoesNotAddUpFreezesNothingAndNamesTheRequests() {
    StatedFigures sum = ReportDraft.figures(HALF, NOW, Map.of(Figure.OPEN_AFTER, 2L), 0);
    assertThat(refusal(ReportState.EMPTY, freeze(sum, null), null))
        .isEqualTo(ReportRule.BACKLOG_UNBALANCED);
    StatedFigures one = ReportDraft.unbalanced(ReportDraft.figures(HALF, NOW), OTHER);
    CommandRefused refused =
        catchThrowableOfType(
            CommandRefused.class, () -> decide(ReportState.EMPTY, freeze(one, null), null));
    assertThat(refused.rule()).isEqualTo(ReportRule.BACKLOG_UNBALANCED);
    assertThat(refused).hasMessageContaining(OTHER.toString());
    assertThat(refusal(frozen(), new AmendReport(NAME, one, WHY), null))
        .isEqualTo(ReportRule.BACKLOG_UNBALANCED);
    StatedFigures unread = ReportDraft.figures(HALF, NOW, Map.of(Figure.UNREADABLE, 1L), 0);
    assertThat(refusal(ReportState.EMPTY, freeze(unread, null), null))
        .isEqualTo(ReportRule.REQUESTS_UNREADABLE);
  }

  @Test
  void aBacklogOtherThanTheLastReportsNeedsAReasonAndNoOtherHasOne() {
    PreviousReport same = new PreviousReport(OTHER, 0);
    PreviousReport other = new PreviousReport(OTHER, 3);
    ReportState none = ReportState.EMPTY;
    StatedFigures figures = ReportDraft.figures(HALF, NOW);
    assertThat(refusal(none, freeze(), other)).isEqualTo(ReportRule.BACKLOG_DIFFERS);
    assertThat(refusal(none, freeze(figures, WHY), same)).isEqualTo(ReportRule.DIFFERENCE_NEEDLESS);
    assertThat(refusal(none, freeze(figures, WHY), null)).isEqualTo(ReportRule.DIFFERENCE_NEEDLESS);
    for (ReportEvent event :
        List.of(
            decide(none, freeze(), same).getFirst(),
            decide(none, freeze(figures, WHY), other).getFirst())) {
      assertThat(((ReportFrozen) event).previous()).isEqualTo(OTHER);
    }
    assertThat(((ReportFrozen) decide(none, freeze(), null).getFirst()).previous()).isNull();
  }

  @Test
  void whatIsSubmittedIsAVersionOfTheReportSinceItIsThere() {
    ReportState frozen = frozen();
    UUID version = frozen.versions().keySet().iterator().next();
    assertThat(decide(frozen, submit(frozen), null)).hasSize(1);
    SubmitReport stray = new SubmitReport(NAME, OTHER, "TOA-MAU", null, null, null);
    assertThat(refusal(frozen, stray, null)).isEqualTo(ReportRule.VERSION_UNKNOWN);
    Instant before = NOW.minusSeconds(3_601);
    SubmitReport early = new SubmitReport(NAME, version, "TOA-MAU", before, null, null);
    assertThat(refusal(frozen, early, null)).isEqualTo(ReportRule.SUBMITTED_TOO_EARLY);
    Instant later = NOW.plusSeconds(61);
    SubmitReport ahead = new SubmitReport(NAME, version, "TOA-MAU", later, null, null);
    assertThat(refusal(frozen, ahead, null)).isEqualTo(ReportRule.SUBMITTED_IN_FUTURE);
    assertThat(refusal(ReportState.EMPTY, stray, null)).isEqualTo(ReportRule.REPORT_NOT_FOUND);
  }

  @Test
  void manyRowsGoOnInListsThatTogetherSayAllOfThem() {
    StatedFigures figures = ReportDraft.figures(HALF, NOW, Map.of(), 5_000);
    List<ReportEvent> events = decide(ReportState.EMPTY, freeze(figures, null), null);
    ReportFrozen frozen = (ReportFrozen) events.getFirst();
    assertThat(events).hasSize(frozen.lists() + 1).hasSizeGreaterThan(50);
    List<FigureRow> rows = new ArrayList<>(frozen.rows().stream().map(StatedRow::row).toList());
    LinkedHashSet<UUID> of = new LinkedHashSet<>();
    for (int list = 1; list < events.size(); list++) {
      ReportListed listed = (ReportListed) events.get(list);
      assertThat(listed.list()).isEqualTo(list);
      of.add(listed.report());
      listed.rows().forEach(row -> rows.add(row.row()));
    }
    assertThat(of).hasSize(1);
    assertThat(rows).isEqualTo(figures.rows());
    StatedFigures more = ReportDraft.figures(HALF, NOW, Map.of(), 30_000);
    assertThat(refusal(ReportState.EMPTY, freeze(more, null), null))
        .isEqualTo(ReportRule.TOO_MANY_ROWS);
  }

  @Test
  void everyEventFitsItsSchemaAndShowsNoWords() {
    List<ReportEvent> events = new ArrayList<>();
    StatedFigures many = ReportDraft.figures(HALF, NOW, Map.of(), 200);
    events.addAll(decide(ReportState.EMPTY, freeze(many, WHY), new PreviousReport(OTHER, 9)));
    events.addAll(decide(ReportState.EMPTY, freeze(), null));
    events.addAll(decide(frozen(), amend(), null));
    events.addAll(decide(frozen(), submit(frozen()), null));
    EventSchemas.check(new ReportEvents(), events, WHY, NUMBER);
    assertThat(submit(frozen()).toString() + amend() + freeze(many, WHY))
        .doesNotContain(WHY, NUMBER);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-h1, HALF_YEAR, 2025-h2",
    "2026-h2, HALF_YEAR, 2026-h1",
    "2026, YEAR, 2025",
    "01980000-0000-7000-8000-0000000000ee, AD_HOC,"
  })
  void aReportsNameSaysItsKindAndTheOneBefore(String text, ReportKind kind, String previous) {
    ReportName name = ReportName.of(text).orElseThrow();
    assertThat(name.kind()).isEqualTo(kind);
    assertThat(name.previous().map(ReportName::value).orElse(null)).isEqualTo(previous);
    assertThat(ReportName.of(name.stream())).contains(name);
    name.period().ifPresent(period -> assertThat(kind.fits(period)).isTrue());
    name.previous()
        .ifPresent(before ->
            assertThat(before.period().orElseThrow().to())
                .isEqualTo(name.period().orElseThrow().from()));
  }

  @ParameterizedTest
  @CsvSource({"2026-h3", "26", "2026-H1", "2026-h1x", "../2026", "''"})
  void nothingElseNamesAReport(String text) {
    assertThat(ReportName.of(text)).isEmpty();
  }
}
