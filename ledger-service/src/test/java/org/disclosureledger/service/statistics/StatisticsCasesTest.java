package org.disclosureledger.service.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.deadline.DeadlineBasis;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.deadline.ExampleCalendar;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.facts.FactsProjector;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.event.AcceptanceApproved;
import org.disclosureledger.service.request.event.AcceptancePrepared;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.DeliveredItem;
import org.disclosureledger.service.request.event.DeliveryDispatched;
import org.disclosureledger.service.request.event.DeliveryPrepared;
import org.disclosureledger.service.request.event.RecordedItem;
import org.disclosureledger.service.request.event.RecordedTarget;
import org.disclosureledger.service.request.event.RefusalApproved;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RequestCancelled;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.request.event.RequestingAgency;
import org.disclosureledger.service.request.event.WritingConfirmed;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.RequestRoute;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What random ledgers say nothing of, and what keeps facts from saying what is not so. */
class StatisticsCasesTest {
  private static final Instant START = Instant.parse("2026-07-03T00:00:00Z");
  private static final LedgerDescription LEDGER = SyntheticHistory.ledger("demo");
  private static final ReportingPeriod HALF = ReportingPeriod.halfYearOf(START);
  static final String AGENCY = "CQDT-MAU-01";
  static final UUID ID = new UUID(0x7000L, 0x8000_0000_0000_0001L);
  private static final UUID OTHER = new UUID(0x7000L, 0x8000_0000_0000_0002L);

  @Test
  void asOfAnEarlierInstantTheAnswerIsTheOneOfThen() {
    SyntheticHistory history = new SyntheticHistory(7, START).run("demo", 120);
    Instant then = history.now();
    List<StoredEvent> first = List.copyOf(history.events());
    history.run("demo", 200);
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(LEDGER))) {
      MemoryEntryStore store = new MemoryEntryStore(first);
      database.fill(store, new FactsProjector());
      StatedFigures said = figures(database, then);
      history.events().subList(first.size(), history.events().size()).forEach(store::add);
      database.fill(store, new FactsProjector());
      assertThat(figures(database, then).rows()).isEqualTo(said.rows());
      assertThat(figures(database, history.now()).rows()).isNotEqualTo(said.rows());
    }
  }

  @Test
  void eventsSeenTwiceAndARebuildLeaveTheSameRows() {
    SyntheticHistory history = new SyntheticHistory(8, START).run("demo", 300);
    List<StoredEvent> events = history.events();
    MemoryEntryStore store = new MemoryEntryStore(events);
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(LEDGER))) {
      database.fill(new MemoryEntryStore(List.of()), new FactsProjector());
      // One by one as they come, and the last ones again.
      for (int i = 0; i < events.size(); i += 7) {
        List<StoredEvent> batch = events.subList(i, Math.min(events.size(), i + 7));
        database.deliver(store, new FactsProjector(), batch);
        database.deliver(store, new FactsProjector(), batch);
      }
      List<String> came = rows(database);
      database.rebuild(store, new FactsProjector()).run("facts", (done, total) -> {});
      assertThat(rows(database)).isEqualTo(came).isNotEmpty();
    }
  }

  @Test
  void aRowThatWasTamperedWithIsNamedByItsBacklog() {
    SyntheticHistory history = new SyntheticHistory(9, START).run("demo", 300);
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(LEDGER))) {
      database.fill(new MemoryEntryStore(history.events()), new FactsProjector());
      assertThat(figures(database, history.now()).unbalanced()).isEmpty();
      UUID closed =
          database
              .client()
              .sql(
                  """
                  UPDATE facts.request_fact SET closes = '{}'
                  WHERE request_id = (SELECT request_id FROM facts.request_fact
                    WHERE cardinality(closes) = 1 AND recorded_until = 9223372036854775807 LIMIT 1)
                  RETURNING request_id\
                  """)
              .query(UUID.class)
              .list()
              .getFirst();
      assertThat(figures(database, history.now()).unbalanced()).containsExactly(closed);
    }
  }

  @Test
  void whatCannotBeReadOnIsSaidSoAndCountsAsItStood() {
    SyntheticHistory history = new SyntheticHistory(1, START);
    history.force("demo", START.plusSeconds(1), ID, recorded(Channel.OFFICIAL_LETTER, false));
    history.force("demo", START.plusSeconds(60), ID, new AcceptanceApproved(OTHER));
    history.force(
        "demo",
        START.plusSeconds(120),
        ID,
        new RequestCancelled(Committed.of("Thôi (ví dụ)"), Committed.of(null)));
    history.force("demo", START.plusSeconds(180), OTHER, null);
    Figures before = all(history.events(), START.plusSeconds(59));
    assertThat(before.count(Figure.UNREADABLE)).isZero();
    Figures then = all(history.events(), START.plusSeconds(179));
    assertThat(then.count(Figure.UNREADABLE)).isEqualTo(1);
    assertThat(then.count(Figure.OPEN)).isEqualTo(1);
    Figures after = all(history.events(), START.plusSeconds(180));
    assertThat(after.count(Figure.UNREADABLE)).as("and one that cannot begin").isEqualTo(2);
    assertThat(after.count(Figure.RECEIVED)).isEqualTo(1);
  }

  @Test
  void aPaperThatTheLedgerTookLateIsInTimeOnlyByWhatItClaims() {
    SyntheticHistory history = new SyntheticHistory(1, START);
    Instant by = START.plus(Duration.ofHours(24));
    history.force("demo", START.plusSeconds(1), ID, recorded(Channel.TELEPHONE, true));
    history.force("demo", START.plusSeconds(1), ID, confirmBy(by));
    WritingConfirmed paper =
        new WritingConfirmed(Committed.of("0001/CV-MAU"), null, Committed.of(null));
    history.force("demo", by.plusSeconds(1), by.minusSeconds(60), ID, paper);
    Figures figures = all(history.events(), by.plus(Duration.ofDays(1)));
    assertThat(figures.count(Figure.PAPERS)).isEqualTo(1);
    assertThat(figures.count(Figure.PAPERS_IN_TIME)).isZero();
    assertThat(figures.count(Figure.PAPERS_CLAIMED)).isEqualTo(1);
  }

  @Test
  void whatIsHandedOverBeyondTheApprovalCounts() {
    SyntheticHistory history = new SyntheticHistory(1, START);
    history.force("demo", START.plusSeconds(1), ID, recorded(Channel.OFFICIAL_LETTER, false));
    ItemScope scope = new ItemScope(1, List.of(1), List.of(DataField.FIGURE), null, 10L);
    history.force("demo", START.plusSeconds(2), ID, new AcceptancePrepared(List.of(scope), 0));
    UUID accepted = history.events().getLast().header().id();
    history.force("demo", START.plusSeconds(3), ID, new AcceptanceApproved(accepted));
    deliver(history, 1, List.of(1), 6);
    deliver(history, 2, List.of(1), 5);
    deliver(history, 3, List.of(), 0);
    deliver(history, 4, List.of(2), 0);
    Figures figures = all(history.events(), history.now());
    assertThat(figures.count(Figure.PARTS)).isEqualTo(4);
    assertThat(figures.count(Figure.PARTS_BEYOND)).isEqualTo(3);
  }

  @Test
  void workingTimeIsCountedByTheCalendarThatWasThereByThen() {
    SyntheticHistory history = new SyntheticHistory(11, START).run("demo", 400);
    List<StoredEvent> events = new ArrayList<>(history.events());
    EventHeader last = events.getLast().header();
    StoredEvent imported = reference(events, "calendar", ExampleCalendar.year2026());
    events.add(imported);
    assertThat(all(events, last.recordedTime()).count(Figure.NET_COUNTED)).isZero();
    Instant then = imported.header().recordedTime();
    Figures counted = all(events, then);
    assertThat(counted.count(Figure.NET_COUNTED))
        .isEqualTo(counted.count(Figure.ANSWERED))
        .isPositive();
    assertThat(counted.quantile(Figure.NET_P95).orElseThrow())
        .isLessThan(counted.quantile(Figure.GROSS_P95).orElse(Long.MAX_VALUE));
    // One of a version that nobody here knows takes its place, until another comes.
    StoredEvent unknown = reference(events, "calendar", null);
    events.add(unknown);
    assertThat(all(events, unknown.header().recordedTime()).count(Figure.NET_COUNTED)).isZero();
    assertThat(all(events, then).count(Figure.NET_COUNTED)).isPositive();
  }

  @Test
  void anEndInPlaceOfAnEqualOneIsThatOfTheLaterEntry() {
    SyntheticHistory history = new SyntheticHistory(1, START);
    Instant refused = START.plus(Duration.ofHours(1));
    Instant due = START.plus(Duration.ofHours(24));
    history.force("demo", START.plusSeconds(1), ID, recorded(Channel.OFFICIAL_LETTER, false));
    history.force("demo", START.plusSeconds(1), ID, answerBy(due));
    refuse(history, refused, refused, RefusalGround.NOT_COMPETENT);
    Figures once = all(history.events(), due.plus(Duration.ofDays(2)));
    assertThat(once.count(Figure.ON_TIME_RECORDED)).isEqualTo(1);
    refuse(history, due.plusSeconds(1), refused, RefusalGround.OVERBROAD);
    Figures again = all(history.events(), due.plus(Duration.ofDays(2)));
    assertThat(again.count(Figure.ON_TIME)).isEqualTo(1);
    assertThat(again.count(Figure.ON_TIME_RECORDED)).as("AR is that of the later").isZero();
  }

  private static void refuse(
      SyntheticHistory history, Instant at, Instant claimed, RefusalGround ground) {
    history.force(
        "demo", at, ID, new RefusalPrepared(List.of(1), List.of(ground), Committed.of(null)));
    UUID prepared = history.events().getLast().header().id();
    history.force("demo", at, claimed, ID, new RefusalApproved(prepared));
  }

  @Test
  void whatBeginsWithSomethingElseIsNoRequestWhateverFollows() {
    SyntheticHistory history = new SyntheticHistory(1, START);
    history.force(
        "demo",
        START.plusSeconds(1),
        OTHER,
        new RequestCancelled(Committed.of("Thôi (ví dụ)"), Committed.of(null)));
    history.force("demo", START.plusSeconds(2), OTHER, recorded(Channel.OFFICIAL_LETTER, false));
    history.force("demo", START.plusSeconds(3), OTHER, null);
    Figures figures = all(history.events(), history.now());
    assertThat(figures.count(Figure.UNREADABLE)).isZero();
    assertThat(figures.isEmpty()).isTrue();
    history.force("demo", START.plusSeconds(4), ID, null);
    history.force("demo", START.plusSeconds(5), ID, recorded(Channel.OFFICIAL_LETTER, false));
    assertThat(all(history.events(), history.now()).count(Figure.UNREADABLE)).isEqualTo(1);
  }

  /** The next entry of that stream; null for one of a type that this version does not know. */
  private static StoredEvent reference(
      List<StoredEvent> events, String stream, @Nullable Object payload) {
    EventHeader last = events.getLast().header();
    EventHeader header =
        new EventHeader(
            UUID.nameUUIDFromBytes(
                Long.toString(last.leafIndex()).getBytes(StandardCharsets.UTF_8)),
            "demo",
            new StreamId(stream),
            last.type(),
            last.time(),
            last.recordedTime().plusMillis(1),
            last.actor(),
            last.role(),
            null,
            0,
            last.leafIndex() + 1,
            last.position() + 1);
    return new StoredEvent(header, events.getLast().entry(), payload);
  }

  private static void deliver(
      SyntheticHistory history, int part, List<Integer> targets, long records) {
    Instant at = history.now().plusSeconds(1);
    DeliveredItem item =
        new DeliveredItem(
            1,
            part,
            false,
            targets,
            List.of(DataField.FIGURE),
            null,
            records,
            Committed.of(null),
            Committed.of(null));
    history.force(
        "demo", at, ID, new DeliveryPrepared(Channel.PORTAL, Committed.of(null), List.of(item), 0));
    UUID prepared = history.events().getLast().header().id();
    history.force("demo", at.plusSeconds(1), ID, new DeliveryDispatched(prepared));
  }

  /** Also held against the count one by one, where no entry is unreadable. */
  private static Figures all(List<StoredEvent> events, Instant asOf) {
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(LEDGER))) {
      database.fill(new MemoryEntryStore(events), new FactsProjector());
      StatedFigures stated = figures(database, asOf);
      assertThat(stated.unbalanced()).isEmpty();
      if (stated.all().count(Figure.UNREADABLE) == 0) {
        assertThat(stated)
            .isEqualTo(NaiveRows.of(events, "demo", HALF, asOf, StatisticsFilter.NONE));
      }
      return stated.all();
    }
  }

  private static StatedFigures figures(ProjectionDatabase database, Instant asOf) {
    return new StatisticsQuery(database.reader(), (ledger, size) -> Optional.empty())
        .of(LEDGER, HALF, asOf, EnumSet.allOf(Slice.class), StatisticsFilter.NONE);
  }

  private static List<String> rows(ProjectionDatabase database) {
    return database
        .client()
        .sql("SELECT f::text FROM facts.request_fact f ORDER BY request_id, recorded_from")
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static DeadlineSet confirmBy(Instant by) {
    return due(DeadlinePurpose.CONFIRM_IN_WRITING, by);
  }

  private static DeadlineSet answerBy(Instant by) {
    return due(DeadlinePurpose.ANSWER, by);
  }

  private static DeadlineSet due(DeadlinePurpose purpose, Instant by) {
    return new DeadlineSet(
        purpose,
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

  static RequestEvent recorded(Channel channel, boolean emergency) {
    RecordedTarget target = new RecordedTarget(1, Committed.of("0900000001"));
    return new RequestRecorded(
        START,
        channel,
        RequestRoute.DIRECT,
        null,
        new RequestingAgency(AGENCY, AgencyKind.COURT, Committed.of(null)),
        null,
        Committed.of(null),
        Committed.of(null),
        null,
        Committed.of(null),
        null,
        CaseType.CRIMINAL,
        Priority.ROUTINE,
        emergency,
        Urgency.NORMAL,
        Secrecy.NORMAL,
        null,
        List.of(
            new RecordedItem(
                1, ItemKind.FIGURES, List.of(target), List.of(DataField.FIGURE), null, null)),
        List.of());
  }
}
