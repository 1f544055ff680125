package org.disclosureledger.service.reconciliationregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.reconciliation.event.ReconciliationRecorded;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.RecordedChanges;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.request.event.RequestingAgency;
import org.disclosureledger.service.request.event.WritingConfirmed;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.RequestRoute;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReconciliationRegisterTest {
  private static final LedgerDescription NORTH = SyntheticHistory.ledger("north");
  private static final LedgerDescription SOUTH = SyntheticHistory.ledger("south");
  private static final Instant T0 = Instant.parse("2026-11-03T02:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-02");
  private static final Committed<String> STARRED = Committed.of("0001/CV-MẪU");

  private final ProjectionDatabase database = new ProjectionDatabase(List.of(NORTH, SOUTH));
  private final ReconciliationQuery query = new ReconciliationQuery(database.reader());
  private final MemoryEntryStore store = new MemoryEntryStore(List.of());
  private int position;

  @AfterEach
  void close() {
    database.close();
  }

  private static UUID id(int number) {
    return new UUID(0x01980000_0000_7000L + ((long) number << 16), 1L << 63);
  }

  private UUID add(LedgerDescription ledger, String stream, long sequence, Object event) {
    UUID eventId = new UUID(0x01980000_0000_7000L, (1L << 63) + position);
    EventHeader header =
        new EventHeader(
            eventId,
            ledger.name(),
            new StreamId(stream),
            "org.disclosureledger.anything.v1",
            T0.plusSeconds(position),
            T0.plusSeconds(position),
            Actor.of(new UUID(0x4000L, 1L << 63)),
            ActorRole.LEGAL,
            null,
            sequence,
            position,
            position);
    store.add(new StoredEvent(header, TestEntries.of(header, "{}"), event));
    position++;
    return eventId;
  }

  private static RequestRecorded request(String agency, Secrecy secrecy) {
    return request(agency, secrecy, DAY);
  }

  private static RequestRecorded request(
      String agency, Secrecy secrecy, @Nullable LocalDate documentDate) {
    return new RequestRecorded(
        T0,
        Channel.OFFICIAL_LETTER,
        RequestRoute.DIRECT,
        null,
        new RequestingAgency(agency, AgencyKind.COURT, STARRED),
        null,
        STARRED,
        STARRED,
        documentDate,
        STARRED,
        null,
        CaseType.CRIMINAL,
        Priority.ROUTINE,
        false,
        Urgency.NORMAL,
        secrecy,
        null,
        List.of(),
        List.of());
  }

  private List<ReconciliationQuery.Request> received(LedgerDescription ledger, String... codes) {
    return query.received(ledger, List.of(codes), T0, T0.plusMillis(1));
  }

  @Test
  void requestsOfAnAgencyAreFoundByWhenTheyCameInWhateverTheCase() {
    add(NORTH, "request/" + id(1), 0, request("Toa-Mau", Secrecy.NORMAL));
    add(NORTH, "request/" + id(2), 0, request("TOA-CU", Secrecy.SECRET));
    add(NORTH, "request/" + id(3), 0, request("TOA-KHAC", Secrecy.NORMAL));
    add(SOUTH, "request/" + id(4), 0, request("TOA-MAU", Secrecy.NORMAL));
    database.fill(store, new ReconciliationProjector());

    assertThat(received(NORTH, "TOA-MAU", "TOA-CU"))
        .containsExactly(
            new ReconciliationQuery.Request(id(1), 2026, 1, DAY, T0, "TOA-MAU", DAY, T0, false),
            new ReconciliationQuery.Request(id(2), 2026, 2, DAY, T0, "TOA-CU", DAY, T0, true));
    assertThat(query.received(NORTH, List.of("TOA-MAU"), T0.plusMillis(1), T0.plusSeconds(1)))
        .isEmpty();
    assertThat(received(SOUTH, "TOA-MAU")).hasSize(1);
    assertThat(query.known(NORTH, List.of("TOA-KHAC"))).isTrue();
    assertThat(query.known(SOUTH, List.of("TOA-KHAC"))).isFalse();
    assertThat(query.applied(NORTH)).isEqualTo(position - 1);
  }

  @Test
  void aCorrectionCountsOnceItIsApproved() {
    add(NORTH, "request/" + id(1), 0, request("TOA-MAU", Secrecy.NORMAL));
    RecordedChanges changes =
        new RecordedChanges(
            T0.minusSeconds(60),
            null,
            new RequestingAgency("TOA-MOI", AgencyKind.COURT, STARRED),
            null,
            null,
            null,
            DAY.minusDays(1),
            null,
            null,
            null,
            null,
            null,
            null,
            Secrecy.SECRET,
            null,
            List.of());
    UUID prepared = add(NORTH, "request/" + id(1), 1, correction(changes));
    database.fill(store, new ReconciliationProjector());
    assertThat(received(NORTH, "TOA-MAU")).hasSize(1);

    add(NORTH, "request/" + id(1), 2, new CorrectionApproved(prepared));
    try (ProjectionDatabase later = new ProjectionDatabase(List.of(NORTH, SOUTH))) {
      later.fill(store, new ReconciliationProjector());
      assertThat(
              new ReconciliationQuery(later.reader())
                  .received(NORTH, List.of("TOA-MOI"), T0.minusSeconds(60), T0))
          .containsExactly(
              new ReconciliationQuery.Request(
                  id(1), 2026, 1, DAY.minusDays(1), T0.minusSeconds(60), "TOA-MAU", DAY, T0, true));
    }
  }

  @Test
  void whatWasSaidIsDatedByThePaperThatFollowedAlsoOverADateTypedBefore() {
    add(NORTH, "request/" + id(1), 0, request("TOA-MAU", Secrecy.NORMAL, null));
    add(NORTH, "request/" + id(2), 0, request("TOA-MAU", Secrecy.NORMAL));
    add(NORTH, "request/" + id(3), 0, request("TOA-MAU", Secrecy.NORMAL));
    LocalDate paper = DAY.plusDays(2);
    for (int number = 1; number <= 3; number++) {
      LocalDate date = number == 3 ? null : paper;
      add(NORTH, "request/" + id(number), 1, new WritingConfirmed(STARRED, date, STARRED));
    }
    database.fill(store, new ReconciliationProjector());
    assertThat(received(NORTH, "TOA-MAU"))
        .extracting(
            ReconciliationQuery.Request::documentDate,
            ReconciliationQuery.Request::firstDocumentDate,
            ReconciliationQuery.Request::receivedAt)
        .containsExactly(tuple(paper, paper, T0), tuple(paper, paper, T0), tuple(DAY, DAY, T0));
  }

  @Test
  void ofAPaperAndACorrectionTheLaterDateHolds() {
    LocalDate corrected = DAY.minusDays(1);
    LocalDate paper = DAY.plusDays(2);
    for (int number = 1; number <= 2; number++) {
      String stream = "request/" + id(number);
      add(NORTH, stream, 0, request("TOA-MAU", Secrecy.NORMAL));
      if (number == 1) {
        add(NORTH, stream, 1, new WritingConfirmed(STARRED, paper, STARRED));
      }
      UUID prepared = add(NORTH, stream, 2, correction(dated(corrected)));
      add(NORTH, stream, 3, new CorrectionApproved(prepared));
      if (number == 2) {
        add(NORTH, stream, 4, new WritingConfirmed(STARRED, paper, STARRED));
      }
    }
    database.fill(store, new ReconciliationProjector());
    assertThat(received(NORTH, "TOA-MAU"))
        .extracting(
            ReconciliationQuery.Request::documentDate,
            ReconciliationQuery.Request::firstDocumentDate)
        .containsExactly(tuple(corrected, paper), tuple(paper, paper));
  }

  private static CorrectionPrepared correction(RecordedChanges changes) {
    return new CorrectionPrepared(
        id(9), null, ErrorSeverity.RECORDABLE, STARRED, STARRED, 0, changes);
  }

  private static RecordedChanges dated(LocalDate documentDate) {
    return new RecordedChanges(
        null,
        null,
        null,
        null,
        null,
        null,
        documentDate,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  @Test
  void reconciliationsAreListedTheLastFirstAPageAtATimeAndOfTheirLedgerAlone() {
    ReconciliationRecorded event =
        new ReconciliationRecorded(
            "TOA-MAU",
            List.of("TOA-CU"),
            DAY,
            DAY.plusDays(1),
            1440,
            10,
            9,
            4,
            3,
            2,
            1,
            1,
            1,
            STARRED,
            Committed.of(42L),
            List.of());
    add(NORTH, "reconciliation/" + id(1), 0, event);
    add(NORTH, "reconciliation/" + id(2), 0, event);
    add(SOUTH, "reconciliation/" + id(3), 0, event);
    database.fill(store, new ReconciliationProjector());

    ReconciliationPage first = query.page(NORTH, null, null, 1).orElseThrow();
    assertThat(first.reconciliations())
        .containsExactly(ReconciliationRow.of(id(2), 1, T0.plusSeconds(1), event));
    ReconciliationPage second = query.page(NORTH, "TOA-MAU", first.nextCursor(), 1).orElseThrow();
    assertThat(second.reconciliations()).extracting(ReconciliationRow::id).containsExactly(id(1));
    assertThat(second.nextCursor()).isNull();
    assertThat(query.page(NORTH, "TOA-CU", null, 5).orElseThrow().reconciliations()).isEmpty();
    assertThat(query.page(NORTH, null, "khong-phai", 5)).isEmpty();
  }
}
