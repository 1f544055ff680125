package org.disclosureledger.service.oversightregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.disclosureledger.service.oversight.event.DrillRecorded;
import org.disclosureledger.service.oversight.event.InspectionRecorded;
import org.disclosureledger.service.oversight.event.NoticeForwarded;
import org.disclosureledger.service.oversight.event.NoticeRecorded;
import org.disclosureledger.service.oversight.event.OversightCorrectionApproved;
import org.disclosureledger.service.oversight.event.OversightCorrectionPrepared;
import org.disclosureledger.service.oversight.event.OversightCorrectionReturned;
import org.disclosureledger.service.oversight.event.OversightEvent;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.InformantKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OversightRegisterTest {
  private static final LedgerDescription NORTH = SyntheticHistory.ledger("north");
  private static final LedgerDescription SOUTH = SyntheticHistory.ledger("south");
  private static final Instant T0 = Instant.parse("2026-11-03T02:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-10-05");
  private static final String SECRET = "Lừa đảo qua mạng";
  private static final Committed<String> STARRED = Committed.of(SECRET);
  private static final Actor PERSON = Actor.of(new UUID(0x4000L, 1L << 63));
  private static final String DUMP =
      """
      SELECT coalesce(string_agg(t, E'\\n' ORDER BY t), '')
      FROM (SELECT r::text AS t FROM oversight.recording r
            UNION ALL SELECT f::text FROM oversight.forwarding f) rows\
      """;

  private final ProjectionDatabase database = new ProjectionDatabase(List.of(NORTH, SOUTH));
  private final OversightQuery query = new OversightQuery(database.reader());
  private final MemoryEntryStore store = new MemoryEntryStore(List.of());
  private int position;

  @AfterEach
  void close() {
    database.close();
  }

  private static UUID id(int number) {
    return new UUID(0x01980000_0000_7000L + ((long) number << 16), 1L << 63);
  }

  private void record(
      LedgerDescription ledger, OversightKind kind, UUID id, long sequence, OversightEvent event) {
    EventHeader header =
        new EventHeader(
            entry(position),
            ledger.name(),
            kind.stream(id),
            "org.disclosureledger.oversight.anything.v1",
            T0.plusSeconds(position),
            T0.plusSeconds(position),
            PERSON,
            ActorRole.SUPERVISOR,
            null,
            sequence,
            position,
            position);
    store.add(new StoredEvent(header, TestEntries.of(header, "{}"), event));
    position++;
  }

  private static InspectionRecorded inspection(LocalDate from, LocalDate to) {
    return new InspectionRecorded("TTRA-VI-DU", from, to, STARRED, STARRED);
  }

  private static NoticeRecorded notice(String receivedAt) {
    return new NoticeRecorded(
        Instant.parse(receivedAt), Channel.EMAIL, InformantKind.CITIZEN, STARRED, STARRED);
  }

  private void fill() {
    database.fill(store, new OversightProjector());
  }

  private List<OversightRow> list(OversightKind kind, OversightFilter filter) {
    return query.page(NORTH, kind, filter, null, 200).orElseThrow().records();
  }

  /** Of the entry at a position of the store, by whoever does the rest. */
  private static OversightCorrectionPrepared corrected(int recorded, InspectionRecorded content) {
    return new OversightCorrectionPrepared(entry(recorded), STARRED, content, null, null);
  }

  private static UUID entry(int position) {
    return new UUID(0x01980000_0000_7000L, (1L << 63) + position);
  }

  private OversightRow only(OversightKind kind) {
    fill();
    List<OversightRow> rows = list(kind, OversightFilter.ALL);
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  @Test
  void anApprovedCorrectionHoldsAndAReturnedOneDoesNot() {
    OversightKind kind = OversightKind.INSPECTION;
    record(NORTH, kind, id(1), 0, inspection(DAY, DAY));
    record(NORTH, kind, id(1), 1, corrected(0, inspection(DAY, DAY.plusDays(2))));
    record(NORTH, kind, id(1), 2, new OversightCorrectionApproved(entry(1)));
    record(NORTH, kind, id(1), 3, corrected(0, inspection(DAY, DAY.plusDays(7))));
    record(NORTH, kind, id(1), 4, new OversightCorrectionReturned(entry(3), STARRED));

    OversightRow row = only(kind);
    assertThat(row.to()).isEqualTo(DAY.plusDays(2));
    assertThat(row.corrections()).isEqualTo(1);
    assertThat(row.openCorrection()).isNull();
    assertThat(row.leafIndex()).isEqualTo(1);
    assertThat(row.inspector()).isEqualTo("TTRA-VI-DU");
  }

  @Test
  void whatWaitsForASecondPersonIsFoundAndDoesNotHoldYet() {
    OversightKind kind = OversightKind.INSPECTION;
    record(NORTH, kind, id(1), 0, inspection(DAY, DAY));
    record(NORTH, kind, id(1), 1, corrected(0, inspection(DAY, DAY.plusDays(2))));
    record(NORTH, kind, id(2), 0, inspection(DAY, DAY));
    record(NORTH, kind, id(3), 0, inspection(DAY, DAY));
    record(NORTH, kind, id(3), 1, corrected(3, inspection(DAY, DAY.plusDays(2))));
    record(NORTH, kind, id(3), 2, new OversightCorrectionApproved(entry(4)));
    fill();

    List<OversightRow> open = list(kind, new OversightFilter(null, null, true));
    assertThat(open).extracting(OversightRow::id).containsExactly(id(1));
    OversightRow row = open.getFirst();
    assertThat(row.to()).isEqualTo(DAY);
    assertThat(row.corrections()).isZero();
    assertThat(row.openCorrection())
        .isEqualTo(new OversightRow.OpenCorrection(entry(1), PERSON.value(), T0.plusSeconds(1)));
    assertThat(list(kind, new OversightFilter(null, null, false)))
        .extracting(OversightRow::id)
        .containsExactly(id(3), id(2));
  }

  /** As when every row was asked: of the whole list, those whose row says so. */
  @Test
  void theOpenTheOthersAndAllOfThemAreOneListInTheSameOrderAndPages() {
    long seed = new Random().nextLong();
    System.out.println("oversight corrections: seed " + seed);
    Random random = new Random(seed);
    for (int number = 0; number < 40; number++) {
      OversightKind kind = random.nextBoolean() ? OversightKind.INSPECTION : OversightKind.DRILL;
      LedgerDescription ledger = random.nextInt(4) == 0 ? SOUTH : NORTH;
      int recorded = position;
      LocalDate day = DAY.plusDays(random.nextInt(3));
      long sequence = 0;
      record(ledger, kind, id(number), sequence++, inspection(day, day));
      OversightCorrectionPrepared correction = corrected(recorded, inspection(day, day));
      // Two open ones no decision makes, but somebody with the keys may have written them.
      int corrections = random.nextInt(4);
      for (int i = 0; i < corrections; i++) {
        int prepared = position;
        record(ledger, kind, id(number), sequence++, correction);
        int end = random.nextInt(3);
        OversightEvent decision =
            end == 0
                ? new OversightCorrectionApproved(entry(prepared))
                : new OversightCorrectionReturned(entry(prepared), STARRED);
        if (end < 2) {
          record(ledger, kind, id(number), sequence++, decision);
        }
      }
    }
    fill();
    for (OversightKind kind : List.of(OversightKind.INSPECTION, OversightKind.DRILL)) {
      for (@Nullable LocalDate from : Arrays.asList(null, DAY.plusDays(1))) {
        List<OversightRow> all = list(kind, new OversightFilter(from, null, null));
        for (boolean open : new boolean[] {true, false}) {
          OversightFilter filter = new OversightFilter(from, null, open);
          List<OversightRow> expected =
              all.stream().filter(row -> (row.openCorrection() != null) == open).toList();
          assertThat(list(kind, filter)).as("seed %s", seed).isEqualTo(expected);
          assertThat(paged(kind, filter)).as("seed %s", seed).isEqualTo(expected);
        }
      }
    }
  }

  private List<OversightRow> paged(OversightKind kind, OversightFilter filter) {
    List<OversightRow> rows = new ArrayList<>();
    String cursor = null;
    do {
      OversightPage page = query.page(NORTH, kind, filter, cursor, 2).orElseThrow();
      rows.addAll(page.records());
      cursor = page.nextCursor();
    } while (cursor != null);
    return rows;
  }

  @Test
  void aDecisionOnWhatIsNotOpenChangesNothing() {
    OversightKind kind = OversightKind.INSPECTION;
    record(NORTH, kind, id(1), 0, inspection(DAY, DAY));
    record(NORTH, kind, id(1), 1, corrected(0, inspection(DAY, DAY.plusDays(2))));
    record(NORTH, kind, id(1), 2, new OversightCorrectionReturned(entry(1), STARRED));
    record(NORTH, kind, id(1), 3, new OversightCorrectionApproved(entry(1)));
    record(NORTH, kind, id(1), 4, new OversightCorrectionApproved(entry(0)));

    OversightRow row = only(kind);
    assertThat(row.to()).isEqualTo(DAY);
    assertThat(row.corrections()).isZero();
  }

  @Test
  void anOldStreamRecordedTwiceShowsTheLast() {
    record(NORTH, OversightKind.INSPECTION, id(1), 0, inspection(DAY, DAY));
    record(NORTH, OversightKind.INSPECTION, id(1), 1, inspection(DAY, DAY.plusDays(2)));

    OversightRow corrected = only(OversightKind.INSPECTION);
    assertThat(corrected.to()).isEqualTo(DAY.plusDays(2));
    assertThat(corrected.corrections()).isEqualTo(1);
    assertThat(corrected.leafIndex()).isEqualTo(1);
  }

  @Test
  void aReportShowsWhereItWentAlsoAfterACorrection() {
    record(NORTH, OversightKind.NOTICE, id(1), 0, notice("2026-11-02T01:30:00Z"));
    record(NORTH, OversightKind.NOTICE, id(1), 1, new NoticeForwarded("CA", STARRED));
    record(
        NORTH,
        OversightKind.NOTICE,
        id(1),
        2,
        new OversightCorrectionPrepared(
            entry(0), STARRED, null, null, notice("2026-11-01T17:30:00Z")));
    record(NORTH, OversightKind.NOTICE, id(1), 3, new NoticeForwarded("VKS", STARRED));
    record(NORTH, OversightKind.NOTICE, id(1), 4, new OversightCorrectionApproved(entry(2)));
    fill();

    OversightRow row = list(OversightKind.NOTICE, OversightFilter.ALL).getFirst();
    assertThat(row.forwarded()).containsExactly("CA", "VKS");
    assertThat(row.receivedAt()).isEqualTo("2026-11-01T17:30:00Z");
    assertThat(row.channel()).isEqualTo("EMAIL");
    assertThat(row.by()).isEqualTo("CITIZEN");
    assertThat(row.corrections()).isEqualTo(1);
  }

  @Test
  void daysAreThoseOfHoChiMinhCityAndBothEndsCount() {
    record(
        NORTH,
        OversightKind.DRILL,
        id(1),
        0,
        new DrillRecorded(DAY, DAY.plusDays(1), STARRED, STARRED));
    // 00:30 of 2 November there.
    record(NORTH, OversightKind.NOTICE, id(2), 0, notice("2026-11-01T17:30:00Z"));
    fill();

    assertThat(list(OversightKind.DRILL, filter("2026-10-06", "2026-10-09"))).hasSize(1);
    assertThat(list(OversightKind.DRILL, filter("2026-10-07", null))).isEmpty();
    assertThat(list(OversightKind.DRILL, filter(null, "2026-10-05"))).hasSize(1);
    assertThat(list(OversightKind.DRILL, filter(null, "2026-10-04"))).isEmpty();
    assertThat(list(OversightKind.NOTICE, filter("2026-11-02", "2026-11-02"))).hasSize(1);
    assertThat(list(OversightKind.NOTICE, filter(null, "2026-11-01"))).isEmpty();
  }

  private static OversightFilter filter(@Nullable String from, @Nullable String to) {
    return new OversightFilter(
        from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to), null);
  }

  @Test
  void pagesOfAnySizeGiveTheWholeListNewestFirst() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      numbers.add(i);
    }
    long seed = new Random().nextLong();
    System.out.println("order of recordings: seed " + seed);
    java.util.Collections.shuffle(numbers, new Random(seed));
    numbers.forEach(
        number -> record(NORTH, OversightKind.INSPECTION, id(number), 0, inspection(DAY, DAY)));
    fill();
    List<UUID> newestFirst =
        numbers.stream().sorted((a, b) -> b - a).map(OversightRegisterTest::id).toList();
    for (int limit : new int[] {1, 5, 23, 200}) {
      List<UUID> ids = new ArrayList<>();
      String cursor = null;
      do {
        OversightPage page =
            query
                .page(NORTH, OversightKind.INSPECTION, OversightFilter.ALL, cursor, limit)
                .orElseThrow();
        page.records().forEach(row -> ids.add(row.id()));
        cursor = page.nextCursor();
      } while (cursor != null);
      assertThat(ids).as("limit " + limit).isEqualTo(newestFirst);
    }
    assertThat(query.page(NORTH, OversightKind.DRILL, OversightFilter.ALL, "Q0E", 5)).isEmpty();
  }

  @Test
  void aRebuildGivesTheSameRowsAndNoneHoldsAStarredValue() {
    record(NORTH, OversightKind.INSPECTION, id(1), 0, inspection(DAY, DAY));
    record(NORTH, OversightKind.NOTICE, id(2), 0, notice("2026-11-02T01:30:00Z"));
    record(NORTH, OversightKind.NOTICE, id(2), 1, new NoticeForwarded("CA", STARRED));
    fill();
    String before = dump();
    database.rebuild(store, new OversightProjector()).run("oversight", (done, total) -> {});
    assertThat(dump()).isEqualTo(before).contains("TTRA-VI-DU").doesNotContain(SECRET);
  }

  private String dump() {
    return database.client().sql(DUMP).query(String.class).single();
  }

  @Test
  void aReaderSeesTheRowsOfOneLedgerWhateverTheQueryForgets() {
    for (LedgerDescription ledger : List.of(NORTH, SOUTH)) {
      record(ledger, OversightKind.NOTICE, id(1), 0, notice("2026-11-02T01:30:00Z"));
      record(ledger, OversightKind.NOTICE, id(1), 1, new NoticeForwarded("CA", STARRED));
    }
    fill();
    for (String table : List.of("oversight.recording", "oversight.forwarding")) {
      List<String> ledgers =
          database
              .reader()
              .in(
                  SOUTH.id(),
                  db ->
                      db.sql("SELECT ledger FROM " + table)
                          .query((row, n) -> row.getString(1))
                          .list());
      assertThat(ledgers).as(table).containsExactly("south");
    }
  }
}
