package org.disclosureledger.service.agencyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.disclosureledger.service.agency.AgencyContact;
import org.disclosureledger.service.agency.AgencyHistory;
import org.disclosureledger.service.agency.AgencyOfficer;
import org.disclosureledger.service.agency.AgencyState;
import org.disclosureledger.service.agency.AgencyStory;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AgencyRegisterTest {
  private static final LedgerDescription NORTH = SyntheticHistory.ledger("north");
  private static final LedgerDescription SOUTH = SyntheticHistory.ledger("south");
  private static final long SEED = new Random().nextLong();
  private static final AgencyHistory HISTORY = new AgencyHistory(SEED);
  private static final ProjectionDatabase DATABASE = new ProjectionDatabase(List.of(NORTH, SOUTH));
  private static final String DUMP =
      """
      SELECT coalesce(string_agg(t, E'\\n' ORDER BY t), '')
      FROM (SELECT a::text AS t FROM agency.agency a
            UNION ALL SELECT c::text FROM agency.contact c
            UNION ALL SELECT o::text FROM agency.officer o) rows\
      """;

  private static final MemoryEntryStore STORE = new MemoryEntryStore(List.of());
  private static final AgencyQuery QUERY = new AgencyQuery(DATABASE.reader(), STORE);

  @BeforeAll
  static void deliverWithRepetitions() {
    System.out.println("agency history: seed " + SEED);
    for (int i = 0; i < 400; i++) {
      HISTORY.step("north");
      HISTORY.step("south");
    }
    List<StoredEvent> events = HISTORY.events();
    AgencyProjector projector = new AgencyProjector();
    DATABASE.fill(STORE, projector);
    events.forEach(STORE::add);
    Random random = new Random(SEED);
    for (int next = 0; next < events.size(); ) {
      int from = Math.max(0, next - random.nextInt(20));
      int to = Math.min(events.size(), next + 1 + random.nextInt(40));
      DATABASE.deliver(STORE, projector, events.subList(from, to));
      next = to;
    }
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static AgencyRow row(AgencyState state) {
    AgencyState.Profile profile = state.profile();
    if (profile == null) {
      throw new AssertionError("not registered");
    }
    AgencyState.Successor successor = state.successor();
    List<AgencyContact> current = state.contacts().stream().filter(AgencyContact::current).toList();
    return new AgencyRow(
        profile.code(),
        profile.kind().name(),
        profile.province(),
        profile.nameVi(),
        profile.nameEn(),
        profile.validFrom(),
        state.validUntil(),
        successor == null ? null : successor.code(),
        successor == null ? null : successor.from(),
        current.size(),
        (int) current.stream().filter(AgencyContact::emergency).count(),
        (int) state.officers().stream().filter(officer -> !officer.retired()).count(),
        state.lastSequence());
  }

  private static List<AgencyRow> expected(String ledger, Predicate<AgencyRow> filter) {
    return HISTORY.agencies(ledger).values().stream()
        .map(AgencyRegisterTest::row)
        .filter(filter)
        .sorted(Comparator.comparing(AgencyRow::code))
        .toList();
  }

  private static List<AgencyRow> all(LedgerDescription ledger, AgencyFilter filter, int limit) {
    List<AgencyRow> rows = new ArrayList<>();
    String cursor = null;
    do {
      AgencyPage page = QUERY.page(ledger, filter, cursor, limit).orElseThrow();
      assertThat(page.agencies().size()).isLessThanOrEqualTo(limit);
      rows.addAll(page.agencies());
      cursor = page.nextCursor();
    } while (cursor != null);
    return rows;
  }

  @Test
  void eachRowIsWhatItsStreamSaysOnPagesOfAnySize() {
    for (LedgerDescription ledger : List.of(NORTH, SOUTH)) {
      List<AgencyRow> expected = expected(ledger.name(), row -> true);
      assertThat(expected).hasSizeGreaterThan(20);
      for (int limit : new int[] {1, 7, 200}) {
        assertThat(all(ledger, AgencyFilter.ALL, limit)).as("seed " + SEED).isEqualTo(expected);
      }
    }
    assertThat(HISTORY.agencies("north").values())
        .as("the history says something")
        .anyMatch(state -> state.successor() != null)
        .anyMatch(state -> row(state).province() != null)
        .anyMatch(state -> row(state).province() == null)
        .anyMatch(state -> state.officers().stream().anyMatch(AgencyOfficer::retired))
        .anyMatch(state -> state.contacts().stream().anyMatch(contact -> !contact.current()));
  }

  @Test
  void aFileGoesOnAfterAnyRowAndEndsAfterTheLast() {
    List<AgencyRow> expected = expected("north", row -> true);
    assertThat(QUERY.byCode(NORTH, AgencyFilter.ALL, null)).isEqualTo(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(QUERY.byCode(NORTH, AgencyFilter.ALL, expected.get(i)))
          .as("seed " + SEED)
          .isEqualTo(expected.subList(i + 1, expected.size()));
    }
  }

  @Test
  void anAgencyIsRegisteredOnTheDaysOfItsValidityAndInItsLedgerAlone() {
    List<AgencyQuery.OnDay> asked = new ArrayList<>();
    List<AgencyQuery.OnDay> expected = new ArrayList<>();
    for (AgencyRow row : expected("north", any -> true)) {
      List<LocalDate> days =
          new ArrayList<>(List.of(row.validFrom().minusDays(1), row.validFrom()));
      LocalDate last = row.validUntil();
      if (last != null) {
        days.addAll(List.of(last, last.plusDays(1)));
      }
      for (LocalDate day : days) {
        AgencyQuery.OnDay one = new AgencyQuery.OnDay(row.code(), day);
        asked.add(one);
        if (validOn(row, day)) {
          expected.add(one);
        }
      }
    }
    asked.add(new AgencyQuery.OnDay("KHONG-CO", LocalDate.parse("2026-06-01")));
    assertThat(QUERY.registered(NORTH, asked))
        .as("seed " + SEED)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(Set.copyOf(expected));
    assertThat(QUERY.registered(SyntheticHistory.ledger("west"), asked)).isEmpty();
    assertThat(QUERY.registered(NORTH, List.of())).isEmpty();
  }

  private static void lists(AgencyFilter filter, Predicate<AgencyRow> matches) {
    assertThat(all(NORTH, filter, 5)).as("seed " + SEED).isEqualTo(expected("north", matches));
  }

  @Test
  void filtersShowWhatTheySay() {
    for (AgencyKind kind : AgencyKind.values()) {
      lists(new AgencyFilter(kind, null, null, null), row -> row.kind().equals(kind.name()));
    }
    for (String province : List.of("97", "98", "99", "01")) {
      lists(new AgencyFilter(null, province, null, null), row -> province.equals(row.province()));
    }
    for (String day : List.of("2025-06-01", "2026-06-01", "2026-11-20", "2027-06-01")) {
      LocalDate date = LocalDate.parse(day);
      lists(new AgencyFilter(null, null, date, null), row -> validOn(row, date));
    }
    AgencyRow one = expected("north", row -> row.validUntil() != null).getFirst();
    LocalDate last = one.validUntil();
    if (last != null) {
      lists(new AgencyFilter(null, null, last, null), row -> validOn(row, last));
      LocalDate next = last.plusDays(1);
      lists(new AgencyFilter(null, null, next, null), row -> validOn(row, next));
    }
  }

  private static boolean validOn(AgencyRow row, LocalDate day) {
    @Nullable LocalDate until = row.validUntil();
    return !day.isBefore(row.validFrom()) && (until == null || !day.isAfter(until));
  }

  @Test
  void textIsFoundByCodeAndNameWithoutCaseOrMarks() {
    lists(new AgencyFilter(null, null, null, "ca-vd-0"), row -> row.code().startsWith("CA-VD-0"));
    for (String text : List.of("cong an", "CÔNG AN", "công")) {
      lists(new AgencyFilter(null, null, null, text), row -> row.nameVi().startsWith("Công an"));
    }
    lists(new AgencyFilter(null, null, null, "doi 3"), row -> row.nameVi().startsWith("Đội 3"));
    lists(new AgencyFilter(null, null, null, "example B"), row -> row.nameEn().endsWith("bureau"));
    lists(new AgencyFilter(null, null, null, "%"), row -> false);
    lists(new AgencyFilter(null, null, null, "ông an"), row -> false);
  }

  @Test
  void aCursorThatIsNoneOfOursIsRefused() {
    for (String cursor : List.of("", "!", "AAAA", "Y2EtdmQ", "Q0EtVkQ-")) {
      assertThat(QUERY.page(NORTH, AgencyFilter.ALL, cursor, 5)).as(cursor).isEmpty();
    }
  }

  @Test
  void aRebuildGivesTheSameRowsAndNoneHoldsAStarredValue() {
    String before = dump();
    DATABASE.rebuild(STORE, new AgencyProjector()).run("agency", (done, total) -> {});
    assertThat(dump()).isEqualTo(before);
    assertThat(before)
        .contains("Công an")
        .doesNotContain(
            AgencyStory.SECRET_NAME, AgencyStory.SECRET_PHONE, AgencyStory.SECRET_POSITION);
  }

  private static String dump() {
    return DATABASE.client().sql(DUMP).query(String.class).single();
  }

  @Test
  void aReaderSeesTheRowsOfOneLedgerWhateverTheQueryForgets() {
    for (String table : List.of("agency.agency", "agency.contact", "agency.officer")) {
      assertThat(ledgers(SOUTH.id(), table)).as(table).containsExactly("south");
      assertThat(ledgers(new UUID(0, 99), table)).as(table).isEmpty();
    }
  }

  private static List<String> ledgers(UUID reader, String table) {
    return DATABASE
        .reader()
        .in(
            reader,
            db ->
                db.sql("SELECT DISTINCT ledger FROM " + table)
                    .query((row, n) -> row.getString(1))
                    .list());
  }
}
