package org.disclosureledger.service.turnaround;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.disclosureledger.service.deadline.DeadlineBasis;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.facts.FactsProjector;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.CancelRequest;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.event.AcceptanceApproved;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.RecordedChanges;
import org.disclosureledger.service.request.event.RequestCancelled;
import org.disclosureledger.service.request.event.WritingConfirmed;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.junit.jupiter.api.Test;

class TurnaroundTest {
  private static final Instant START = Instant.parse("2026-07-03T00:00:00Z");
  private static final int HISTORIES = 50;
  private static final LedgerDescription LEDGER = SyntheticHistory.ledger("demo");
  private static final UUID ID = new UUID(0x7000L, 0x8000_0000_0000_0001L);
  private static final Instant DUE = START.plus(Duration.ofHours(24));
  private static final Rate NONE = Rate.of(0, 0);
  private static final Rate LATE = Rate.of(0, 1);
  private static final Rate IN_TIME = Rate.of(1, 1);

  private record Rates(Rate onTime, Rate original, Rate recorded) {}

  @Test
  void fiftyRandomHistoriesGiveWhatCountingByHandGives() {
    long seed = new Random().nextLong();
    System.out.println("turnaround histories: seed " + seed);
    SyntheticHistory history = new SyntheticHistory(seed, START);
    Random random = new Random(seed);
    List<LedgerDescription> ledgers = new ArrayList<>();
    List<Instant> starts = new ArrayList<>();
    for (int i = 0; i < HISTORIES; i++) {
      ledgers.add(SyntheticHistory.ledger("ledger-" + i));
      starts.add(history.now());
      history.run("ledger-" + i, 20 + random.nextInt(300));
    }
    List<StoredEvent> events = history.events();
    MemoryEntryStore store = new MemoryEntryStore(events);
    long someAnswered = 0;
    long someCancelled = 0;
    long someCorrected = 0;
    long someOwed = 0;
    try (ProjectionDatabase database = new ProjectionDatabase(ledgers)) {
      database.fill(store, new FactsProjector());
      TurnaroundQuery query =
          new TurnaroundQuery(database.reader(), (ledger, size) -> Optional.empty(), ledger -> 0);
      for (int i = 0; i < HISTORIES; i++) {
        Instant start = starts.get(i);
        for (int k = 0; k < 12; k++) {
          // The end of each history, instants of its events to the millisecond, and any other.
          Instant asOf =
              k == 0
                  ? history.now()
                  : k < 6
                      ? events.get(random.nextInt(events.size())).header().recordedTime()
                      : start.plus(Duration.ofHours(random.nextInt(400)));
          Instant from = start.plus(Duration.ofHours(random.nextInt(300) - 50));
          ReportingPeriod period =
              k == 0
                  ? new ReportingPeriod(START.minus(Duration.ofDays(9)), history.now())
                  : new ReportingPeriod(from, from.plus(Duration.ofHours(1 + random.nextInt(300))));
          LedgerDescription ledger = ledgers.get(i);
          Turnaround figures = query.figures(ledger, period, asOf);
          assertThat(figures)
              .as("seed %d, %s, as of %s", seed, ledger.name(), asOf)
              .isEqualTo(BruteForce.of(events, ledger.name(), period, asOf));
          someAnswered += figures.received().answered();
          someCancelled += figures.received().cancelled();
          someOwed += figures.confirmedInWriting().denominator();
          someCorrected += figures.receivedAsCorrected().equals(figures.received()) ? 0 : 1;
        }
      }
    }
    assertThat(someAnswered).as("the histories say something").isGreaterThan(HISTORIES);
    assertThat(someCancelled).as("some were cancelled").isPositive();
    assertThat(someOwed).as("some papers were owed").isPositive();
    assertThat(someCorrected).as("some receipts were corrected").isPositive();
  }

  @Test
  void aCancellationDatedBackLeavesTheLateRequestInTheCohort() {
    Rates rates = cancelled(DUE.plusMillis(1), START.plusSeconds(60));
    assertThat(rates).isEqualTo(new Rates(LATE, LATE, LATE));
  }

  @Test
  void aCancellationRecordedWithinTheDueTimeTakesTheRequestOutOfTheCohort() {
    Rates rates = cancelled(DUE.minusMillis(1), START.plusSeconds(60));
    assertThat(rates).isEqualTo(new Rates(NONE, NONE, NONE));
  }

  @Test
  void aCancellationRecordedAtTheDueTimeIsAnAnswerInTime() {
    Rates rates = cancelled(DUE, START.plusSeconds(60));
    assertThat(rates).isEqualTo(new Rates(IN_TIME, IN_TIME, IN_TIME));
  }

  @Test
  void aRefusalDatedBackIsLateByTheRecordedTime() {
    SyntheticHistory history = demanded();
    Instant claimed = START.plusSeconds(60);
    history.give(
        LEDGER.name(),
        DUE.plusSeconds(1),
        new PrepareRefusal(ID, List.of(), List.of(RefusalGround.OVERBROAD), "Quá rộng", claimed));
    UUID prepared = history.events().getLast().header().id();
    history.give(
        LEDGER.name(), DUE.plusSeconds(2), new ApproveAct(ID, ActKind.REFUSAL, prepared, claimed));
    assertThat(rates(history)).isEqualTo(new Rates(IN_TIME, IN_TIME, LATE));
  }

  @Test
  void aConfirmationDatedBackIsLateByTheRecordedTimeThoughNoTimerHadNoticed() {
    SyntheticHistory history = demanded(Channel.TELEPHONE);
    Instant by = START.plus(Duration.ofHours(24));
    history.force(LEDGER.name(), START, ID, confirmBy(by));
    WritingConfirmed paper =
        new WritingConfirmed(Committed.of("0001/CV-MAU"), null, Committed.of(null));
    history.force(LEDGER.name(), by.plusSeconds(1), by.minusSeconds(60), ID, paper);
    ReportingPeriod period = ReportingPeriod.halfYearOf(START);
    Instant asOf = by.plus(Duration.ofDays(1));
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(LEDGER))) {
      database.fill(new MemoryEntryStore(history.events()), new FactsProjector());
      Turnaround figures =
          new TurnaroundQuery(database.reader(), (ledger, size) -> Optional.empty(), ledger -> 0)
              .figures(LEDGER, period, asOf);
      assertThat(figures).isEqualTo(BruteForce.of(history.events(), LEDGER.name(), period, asOf));
      assertThat(figures.confirmedInWriting()).isEqualTo(LATE);
      assertThat(figures.confirmedInWritingAsClaimed()).isEqualTo(IN_TIME);
    }
  }

  @Test
  void whatWasTakenBackBeforeItWasKnownToBeOralOwesNoPaper() {
    SyntheticHistory history = demanded();
    history.force(
        LEDGER.name(),
        START.plusSeconds(60),
        ID,
        new RequestCancelled(Committed.of("Thôi (ví dụ)"), Committed.of(null)));
    RecordedChanges oral =
        new RecordedChanges(
            null,
            Channel.TELEPHONE,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            true,
            null,
            null,
            null,
            List.of());
    // The paper of a call is due before anybody says that it was one.
    Instant by = START.plus(Duration.ofHours(2));
    history.force(
        LEDGER.name(),
        by.plusSeconds(60),
        ID,
        new CorrectionPrepared(
            history.events().getFirst().header().id(),
            null,
            ErrorSeverity.RECORDABLE,
            Committed.of("Ghi nhầm kênh (ví dụ)"),
            Committed.of(null),
            0,
            oral));
    UUID prepared = history.events().getLast().header().id();
    history.force(LEDGER.name(), by.plusSeconds(120), ID, new CorrectionApproved(prepared));
    history.force(LEDGER.name(), by.plusSeconds(120), ID, confirmBy(by));
    ReportingPeriod period = ReportingPeriod.halfYearOf(START);
    Instant asOf = by.plus(Duration.ofDays(1));
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(LEDGER))) {
      database.fill(new MemoryEntryStore(history.events()), new FactsProjector());
      Turnaround figures =
          new TurnaroundQuery(database.reader(), (ledger, size) -> Optional.empty(), ledger -> 0)
              .figures(LEDGER, period, asOf);
      assertThat(figures).isEqualTo(BruteForce.of(history.events(), LEDGER.name(), period, asOf));
      assertThat(figures.unreadable()).isZero();
      assertThat(figures.confirmedInWriting()).isEqualTo(NONE);
    }
  }

  private static DeadlineSet confirmBy(Instant by) {
    return new DeadlineSet(
        DeadlinePurpose.CONFIRM_IN_WRITING,
        DeadlineCause.RECORDING,
        DeadlineBasis.STATED,
        by,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void aStreamThatContradictsItselfCountsAsItStoodBeforeAndIsSaidToBeUnreadable() {
    SyntheticHistory history = demanded();
    UUID nothing = new UUID(0x7000L, 0x8000_0000_0000_0009L);
    history.force(LEDGER.name(), START.plusSeconds(60), ID, new AcceptanceApproved(nothing));
    history.force(
        LEDGER.name(),
        START.plusSeconds(120),
        ID,
        new RequestCancelled(Committed.of("Thôi (ví dụ)"), Committed.of(null)));
    ReportingPeriod period = ReportingPeriod.halfYearOf(START);
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(LEDGER))) {
      database.fill(new MemoryEntryStore(history.events()), new FactsProjector());
      TurnaroundQuery query =
          new TurnaroundQuery(database.reader(), (ledger, size) -> Optional.empty(), ledger -> 0);
      Turnaround before = query.figures(LEDGER, period, START.plusSeconds(59));
      Turnaround after = query.figures(LEDGER, period, DUE.plusSeconds(1));
      assertThat(before.unreadable()).isZero();
      assertThat(after.unreadable()).isEqualTo(1);
      assertThat(after.received().cancelled()).isZero();
      assertThat(after.onTime()).isEqualTo(LATE);
    }
  }

  @Test
  void halfYearsBeginAtMidnightInHoChiMinhCity() {
    Instant lastOfJune = Instant.parse("2026-06-30T16:59:59.999Z");
    assertThat(ReportingPeriod.halfYearOf(lastOfJune).from())
        .isEqualTo(Instant.parse("2025-12-31T17:00:00Z"));
    assertThat(ReportingPeriod.halfYearOf(lastOfJune.plusMillis(1)))
        .isEqualTo(
            new ReportingPeriod(
                Instant.parse("2026-06-30T17:00:00Z"), Instant.parse("2026-12-31T17:00:00Z")));
  }

  @Test
  void withMoreThanATenthOpenThePercentilesAreWithheldAndSayWhy() {
    assertThat(Turnaround.Received.of(10, 9, 2, 0, 5L, 8L))
        .isEqualTo(new Turnaround.Received(10, 9, 2, 1, 0, 5L, 8L, null));
    assertThat(Turnaround.Received.of(19, 17, 0, 0, 5L, 8L))
        .isEqualTo(
            new Turnaround.Received(19, 17, 0, 2, 0, null, null, "more-than-10-percent-open"));
    assertThat(Turnaround.Received.of(3, 0, 0, 0, null, null).percentilesWithheld()).isNull();
  }

  @Test
  void aRateIsExactAndRoundsHalfUp() {
    assertThat(Rate.of(1, 3)).isEqualTo(new Rate(1, 3, "0.3333"));
    assertThat(Rate.of(2, 3).decimal()).isEqualTo("0.6667");
    assertThat(Rate.of(1, 32).decimal()).isEqualTo("0.0313");
    assertThat(Rate.of(0, 0)).isEqualTo(new Rate(0, 0, null));
  }

  private static SyntheticHistory demanded() {
    return demanded(Channel.OFFICIAL_LETTER);
  }

  /** By telephone it is an emergency, for which a paper is owed. */
  private static SyntheticHistory demanded(Channel channel) {
    SyntheticHistory history = new SyntheticHistory(1, START);
    history.give(
        LEDGER.name(),
        START,
        new RecordRequest(
            ID,
            START,
            channel,
            null,
            "CQDT-MAU-01",
            AgencyKind.INVESTIGATION_AGENCY,
            null,
            null,
            null,
            "0001/CV-MAU",
            null,
            null,
            null,
            CaseType.CRIMINAL,
            Priority.ROUTINE,
            channel == Channel.TELEPHONE,
            Urgency.NORMAL,
            Secrecy.NORMAL,
            DUE,
            List.of(
                new RequestedItem(
                    ItemKind.FIGURES, List.of(), List.of(DataField.FIGURE), null, null)),
            List.of()));
    return history;
  }

  private static Rates cancelled(Instant recorded, Instant claimed) {
    SyntheticHistory history = demanded();
    history.give(LEDGER.name(), recorded, new CancelRequest(ID, "Không cần nữa", null, claimed));
    return rates(history);
  }

  private static Rates rates(SyntheticHistory history) {
    ReportingPeriod period = ReportingPeriod.halfYearOf(START);
    Instant asOf = DUE.plus(Duration.ofDays(1));
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(LEDGER))) {
      database.fill(new MemoryEntryStore(history.events()), new FactsProjector());
      Turnaround figures =
          new TurnaroundQuery(database.reader(), (ledger, size) -> Optional.empty(), ledger -> 0)
              .figures(LEDGER, period, asOf);
      assertThat(figures).isEqualTo(BruteForce.of(history.events(), LEDGER.name(), period, asOf));
      return new Rates(figures.onTime(), figures.onTimeOriginal(), figures.onTimeByRecordedTime());
    }
  }
}
