package org.disclosureledger.service.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.request.command.CancelRequest;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.event.AcceptanceApproved;
import org.disclosureledger.service.request.event.ReminderIssued;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestLinked;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.LinkRelation;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Sequences that no decision makes, as somebody with the keys could seal them. */
class UnreadableStreamTest {
  private static final Instant START = Instant.parse("2026-07-03T00:00:00Z");
  private static final LedgerDescription NORTH = SyntheticHistory.ledger("north");
  private static final LedgerDescription SOUTH = SyntheticHistory.ledger("south");
  private static final UUID BROKEN = new UUID(0x7000L, 0x8000_0000_0000_0001L);
  private static final UUID SOUND = new UUID(0x7000L, 0x8000_0000_0000_0002L);
  private static final UUID NOTHING = new UUID(0x7000L, 0x8000_0000_0000_0009L);
  private static final RequestEvent REMINDER = new ReminderIssued(Committed.of("Đôn đốc"), null);
  private static final String DUMP =
      """
      SELECT coalesce(string_agg(t, E'\\n' ORDER BY t), '')
      FROM (SELECT r::text AS t FROM register.request r
            UNION ALL SELECT i::text FROM register.item i) rows\
      """;

  private final SyntheticHistory history = new SyntheticHistory(1, START);
  private final ProjectionDatabase database = new ProjectionDatabase(List.of(NORTH, SOUTH));
  private final RegisterQuery query = new RegisterQuery(database.reader());

  @AfterEach
  void close() {
    database.close();
  }

  private void record(LedgerDescription ledger, UUID request) {
    history.give(
        ledger.name(),
        history.now().plusSeconds(1),
        new RecordRequest(
            request,
            history.now(),
            Channel.OFFICIAL_LETTER,
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
            false,
            Urgency.NORMAL,
            Secrecy.NORMAL,
            null,
            List.of(
                new RequestedItem(
                    ItemKind.FIGURES, List.of(), List.of(DataField.FIGURE), null, null)),
            List.of()));
  }

  private void force(UUID request, RequestEvent event) {
    history.force(NORTH.name(), history.now().plusSeconds(1), request, event);
  }

  private void cancel(LedgerDescription ledger, UUID request) {
    history.give(
        ledger.name(),
        history.now().plusSeconds(1),
        new CancelRequest(request, "Thôi (ví dụ)", null, null));
  }

  private RegisterRow row(LedgerDescription ledger, UUID request) {
    return query.row(ledger, request).orElseThrow();
  }

  private void project() {
    database.fill(new MemoryEntryStore(history.events()), new RegisterProjector());
  }

  @Test
  void aContradictionStopsItsOwnRowAloneAndTheRowSaysWhere() {
    record(NORTH, BROKEN);
    record(NORTH, SOUND);
    record(SOUTH, BROKEN);
    force(BROKEN, new AcceptanceApproved(NOTHING));
    force(BROKEN, REMINDER);
    cancel(NORTH, SOUND);
    cancel(SOUTH, BROKEN);
    project();

    RegisterRow broken = row(NORTH, BROKEN);
    assertThat(broken.unreadableFrom()).isEqualTo(2);
    assertThat(broken.sequence()).isEqualTo(3);
    assertThat(broken.state()).isEqualTo("RECEIVED");
    assertThat(broken.marks().reminders()).isZero();
    assertThat(broken.registerNumber()).isEqualTo("1/2026");
    assertThat(row(NORTH, SOUND).state()).isEqualTo("CANCELLED");
    assertThat(row(NORTH, SOUND).unreadableFrom()).isNull();
    assertThat(row(SOUTH, BROKEN).state()).isEqualTo("CANCELLED");
    assertThat(query.numbered(NORTH, RegisterFilter.ALL, null))
        .extracting(RegisterRow::unreadableFrom)
        .containsExactly(2L, null);
  }

  @Test
  void aRebuildSaysTheSame() {
    record(NORTH, BROKEN);
    force(BROKEN, new AcceptanceApproved(NOTHING));
    force(BROKEN, REMINDER);
    record(NORTH, SOUND);
    project();
    String before = dump();

    database
        .rebuild(new MemoryEntryStore(history.events()), new RegisterProjector())
        .run("register", (done, total) -> {});

    assertThat(dump()).isEqualTo(before).contains("RECEIVED");
  }

  private String dump() {
    return database.client().sql(DUMP).query(String.class).single();
  }

  @Test
  void aSecondRecordingIsAContradiction() {
    record(NORTH, BROKEN);
    force(BROKEN, recorded());
    record(NORTH, SOUND);
    project();

    assertThat(row(NORTH, BROKEN).unreadableFrom()).isEqualTo(2);
    assertThat(row(NORTH, SOUND).unreadableFrom()).isNull();
    // The appender numbers every entry of this type, and the register shows its numbers.
    assertThat(row(NORTH, BROKEN).registerNumber()).isEqualTo("1/2026");
    assertThat(row(NORTH, SOUND).registerNumber()).isEqualTo("3/2026");
  }

  @Test
  void aRecordingThatDoesNotBeginItsStreamIsListedAndUnreadable() {
    record(NORTH, SOUND);
    force(BROKEN, REMINDER);
    force(BROKEN, recorded());
    force(BROKEN, REMINDER);
    project();

    assertThat(row(NORTH, BROKEN).unreadableFrom()).isZero();
    assertThat(row(NORTH, BROKEN).registerNumber()).isEqualTo("2/2026");
  }

  @Test
  void entriesOfWhatWasNeverRecordedAreNoRow() {
    force(BROKEN, REMINDER);
    force(BROKEN, REMINDER);
    record(NORTH, SOUND);
    project();

    assertThat(query.row(NORTH, BROKEN)).isEmpty();
    assertThat(row(NORTH, SOUND).unreadableFrom()).isNull();
  }

  @Test
  void ofManyThatSpeakOfOneRequestAHundredAreNamedAndAllAreCounted() {
    record(NORTH, SOUND);
    record(NORTH, BROKEN);
    for (int i = 0; i < RegisterLinks.MAX + 5; i++) {
      force(BROKEN, new RequestLinked(LinkRelation.RELATED, SOUND));
    }
    project();

    RegisterLinks links = query.linkedFrom(NORTH, SOUND);
    assertThat(links.links())
        .hasSize(RegisterLinks.MAX)
        .containsOnly(new RegisterLink(BROKEN, LinkRelation.RELATED));
    assertThat(links.total()).isEqualTo(RegisterLinks.MAX + 5);
    assertThat(query.linkedFrom(NORTH, BROKEN)).isEqualTo(new RegisterLinks(List.of(), 0));
  }

  /** As the first request of the history was. */
  private RequestEvent recorded() {
    return (RequestEvent) Objects.requireNonNull(history.events().getFirst().payload());
  }

  @Test
  void aDatabaseThatFailsStopsTheProjectionAndNoRowIsCalledUnreadable() {
    record(NORTH, BROKEN);
    project();
    database.client().sql("ALTER TABLE register.request RENAME COLUMN state TO other").update();
    cancel(NORTH, BROKEN);
    List<StoredEvent> events = history.events();
    MemoryEntryStore store = new MemoryEntryStore(events);
    assertThatThrownBy(
            () -> database.deliver(store, new RegisterProjector(), List.of(events.getLast())))
        .isInstanceOf(DataAccessException.class);

    database.client().sql("ALTER TABLE register.request RENAME COLUMN other TO state").update();
    database.deliver(store, new RegisterProjector(), List.of(events.getLast()));
    assertThat(row(NORTH, BROKEN).state()).isEqualTo("CANCELLED");
    assertThat(row(NORTH, BROKEN).unreadableFrom()).isNull();
  }
}
