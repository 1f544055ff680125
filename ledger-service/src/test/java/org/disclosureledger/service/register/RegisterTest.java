package org.disclosureledger.service.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.request.RequestStatus;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.RequestLinked;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.RequestRoute;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RegisterTest {
  // Crosses a new year in Ho Chi Minh City, so that register numbers begin anew.
  private static final Instant START = Instant.parse("2026-12-20T00:00:00Z");
  private static final LedgerDescription NORTH = SyntheticHistory.ledger("north");
  private static final LedgerDescription SOUTH = SyntheticHistory.ledger("south");
  private static final long SEED = new Random().nextLong();

  private static final SyntheticHistory HISTORY = new SyntheticHistory(SEED, START);
  private static final ProjectionDatabase DATABASE = new ProjectionDatabase(List.of(NORTH, SOUTH));
  private static final RegisterQuery QUERY = new RegisterQuery(DATABASE.reader());

  @BeforeAll
  static void deliverWithRepetitions() {
    System.out.println("register history: seed " + SEED);
    // What is rare has to occur too, whatever the seed.
    for (int i = 0; i < 1_500 || (i < 30_000 && !(i % 100 == 0 && holdsRareCorrections())); i++) {
      HISTORY.step("north");
      HISTORY.step("south");
    }
    List<StoredEvent> events = HISTORY.events();
    MemoryEntryStore store = new MemoryEntryStore(events);
    RegisterProjector projector = new RegisterProjector();
    DATABASE.fill(new MemoryEntryStore(List.of()), projector);
    Random random = new Random(SEED);
    int next = 0;
    while (next < events.size()) {
      // Batches overlap, as after a lost token, and now and then one begins too late.
      int from = Math.max(0, next - random.nextInt(30));
      if (random.nextInt(6) == 0) {
        from = Math.min(events.size() - 1, next + random.nextInt(5));
      }
      int to = Math.min(events.size(), from + 1 + random.nextInt(60));
      DATABASE.deliver(store, projector, events.subList(from, to));
      next = Math.max(next, to);
    }
  }

  private static boolean holdsRareCorrections() {
    List<CorrectionPrepared> approved = approvedCorrections();
    return approved.stream().anyMatch(p -> p.severity() == ErrorSeverity.REPORTABLE)
        && approved.stream().anyMatch(p -> p.changes() != null && p.changes().receivedAt() != null);
  }

  private static List<CorrectionPrepared> approvedCorrections() {
    Set<UUID> approved =
        payloads(CorrectionApproved.class)
            .map(CorrectionApproved::prepared)
            .collect(Collectors.toSet());
    return HISTORY.events().stream()
        .filter(event -> approved.contains(event.header().id()))
        .map(event -> (CorrectionPrepared) Objects.requireNonNull(event.payload()))
        .toList();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void afterRepeatedAndMissedDeliveriesEachRowIsWhatItsStreamSays() {
    for (LedgerDescription ledger : List.of(NORTH, SOUTH)) {
      List<RegisterRow> rows = all(ledger, RegisterFilter.ALL, RegisterSort.RECEIVED, 200);
      assertThat(rows)
          .as("seed " + SEED)
          .containsExactlyInAnyOrderElementsOf(ExpectedRows.of(HISTORY.events(), ledger.name()));
      assertThat(rows.stream().map(RegisterRow::state).distinct())
          .as("the history says something")
          .hasSizeGreaterThan(2);
    }
  }

  @Test
  void registerNumbersCountUpWithoutGapsInEachYear() {
    List<String> numbers =
        all(NORTH, RegisterFilter.ALL, RegisterSort.RECEIVED, 200).stream()
            .map(RegisterRow::registerNumber)
            .toList();
    for (int year : List.of(2026, 2027)) {
      List<String> ofYear = numbers.stream().filter(n -> n.endsWith("/" + year)).toList();
      assertThat(ofYear).isNotEmpty();
      for (int i = 1; i <= ofYear.size(); i++) {
        assertThat(ofYear).contains(i + "/" + year);
      }
    }
  }

  @Test
  void theExportsOrderIsThatOfTheNumbersAndItLeavesNoneOut() {
    List<RegisterRow> exported = new ArrayList<>();
    List<RegisterRow> rows = QUERY.numbered(NORTH, RegisterFilter.ALL, null);
    while (!rows.isEmpty()) {
      // One at a time, as if every page were as short.
      exported.add(rows.getFirst());
      rows = QUERY.numbered(NORTH, RegisterFilter.ALL, rows.getFirst());
    }
    assertThat(exported)
        .isSortedAccordingTo(
            Comparator.comparing((RegisterRow row) -> row.registerNumber().split("/")[1])
                .thenComparing(row -> Integer.valueOf(row.registerNumber().split("/")[0])))
        .containsExactlyInAnyOrderElementsOf(
            all(NORTH, RegisterFilter.ALL, RegisterSort.RECEIVED, 200));
  }

  @Test
  void pagesOfAnySizeGiveTheWholeListInOrder() {
    Comparator<RegisterRow> byReceipt =
        Comparator.comparing(RegisterRow::receivedAt)
            .thenComparing(row -> row.requestId().toString())
            .reversed();
    Comparator<RegisterRow> byDue =
        Comparator.comparing((RegisterRow row) -> row.due() == null ? Instant.MAX : row.due())
            .thenComparing(row -> row.requestId().toString());
    for (int limit : List.of(1, 2, 7, 50, 200)) {
      List<RegisterRow> received = all(NORTH, RegisterFilter.ALL, RegisterSort.RECEIVED, limit);
      assertThat(received).doesNotHaveDuplicates().isSortedAccordingTo(byReceipt);
      List<RegisterRow> due = all(NORTH, RegisterFilter.ALL, RegisterSort.DUE, limit);
      assertThat(due).isSortedAccordingTo(byDue).hasSameElementsAs(received);
    }
  }

  @Test
  void eachFilterLeavesJustTheRowsItNames() {
    List<RegisterRow> rows = all(NORTH, RegisterFilter.ALL, RegisterSort.RECEIVED, 200);
    RegisterRow some = rows.stream().filter(row -> row.due() != null).findFirst().orElseThrow();
    Instant due = java.util.Objects.requireNonNull(some.due());
    String kind = some.itemKinds().getFirst();
    check(
        rows,
        only("state", RequestStatus.valueOf(some.state())),
        r -> r.state().equals(some.state()));
    check(rows, only("agency", some.agency()), r -> r.agency().equals(some.agency()));
    check(rows, only("itemKind", ItemKind.valueOf(kind)), r -> r.itemKinds().contains(kind));
    check(rows, only("emergency", true), RegisterRow::emergency);
    check(rows, only("emergency", false), r -> !r.emergency());
    check(rows, only("dueAfter", due), r -> r.due() != null && !r.due().isBefore(due));
    check(rows, only("dueBefore", due), r -> r.due() != null && r.due().isBefore(due));
    Instant received = some.receivedAt();
    check(rows, only("receivedFrom", received), r -> !r.receivedAt().isBefore(received));
    check(rows, only("receivedTo", received), r -> r.receivedAt().isBefore(received));
    String number = some.registerNumber();
    check(rows, only("number", number), r -> r.registerNumber().equals(number));
    String ordinal = number.substring(0, number.indexOf('/'));
    check(rows, only("number", ordinal), r -> r.registerNumber().startsWith(ordinal + "/"));
  }

  @Test
  void eachMarkLeavesJustTheRowsItNames() {
    List<RegisterRow> rows = all(NORTH, RegisterFilter.ALL, RegisterSort.RECEIVED, 200);
    for (WritingState state : WritingState.values()) {
      check(
          rows,
          mark("confirmation", state),
          r -> r.confirmation() != null && r.confirmation().state() == state);
    }
    check(rows, mark("route", RequestRoute.VIA_AGENT), r -> r.route().equals("VIA_AGENT"));
    for (boolean held : List.of(true, false)) {
      check(rows, mark("clarificationOpen", held), r -> r.marks().clarificationOpen() == held);
      check(rows, mark("extended", held), r -> r.marks().extensions() > 0 == held);
      check(rows, mark("reopened", held), r -> r.marks().reopenings() > 0 == held);
      check(rows, mark("corrected", held), r -> r.marks().corrections() > 0 == held);
      check(rows, mark("duplicate", held), r -> r.marks().duplicateOf() != null == held);
      check(rows, mark("errors", held), r -> r.marks().reportableErrors() > 0 == held);
    }
    Instant middle = rows.get(rows.size() / 2).recordedAt();
    check(
        rows,
        mark("overdueAt", middle),
        r ->
            r.due() != null
                && r.due().isBefore(middle)
                && (r.answeredAt() == null || r.answeredAt().isAfter(middle)));
  }

  @Test
  void theHistoryHoldsWhatTheColumnsAreFor() {
    List<RegisterRow> rows = new ArrayList<>();
    for (LedgerDescription ledger : List.of(NORTH, SOUTH)) {
      rows.addAll(all(ledger, RegisterFilter.ALL, RegisterSort.RECEIVED, 200));
    }
    assertThat(rows)
        .as("seed " + SEED)
        .anyMatch(r -> r.correctedReceivedAt() != null)
        .anyMatch(r -> r.originalAgency() != null)
        .anyMatch(r -> r.cancelledAt() != null)
        .anyMatch(r -> r.confirmation() != null)
        .anyMatch(r -> r.route().equals("VIA_AGENT"))
        .anyMatch(r -> r.marks().extensions() > 0)
        .anyMatch(r -> r.marks().reopenings() > 0)
        .anyMatch(r -> r.marks().corrections() > 0)
        .anyMatch(r -> r.marks().obstacles() > 0)
        .anyMatch(r -> r.marks().reminders() > 0)
        .anyMatch(r -> r.marks().links() > 0);
    assertThat(approvedCorrections().stream().map(CorrectionPrepared::severity))
        .as("seed " + SEED)
        .contains(ErrorSeverity.REPORTABLE);
  }

  @Test
  void whatAnotherRequestSaysOfThisOneIsFoundFromHere() {
    int found = 0;
    for (StoredEvent event : HISTORY.events()) {
      if (event.payload() instanceof RequestLinked linked) {
        boolean north = event.header().ledger().equals("north");
        UUID id = RequestStream.requestId(event.header().subject()).orElseThrow();
        assertThat(QUERY.linkedFrom(north ? NORTH : SOUTH, linked.request()).links())
            .contains(new RegisterLink(id, linked.relation()));
        assertThat(QUERY.linkedFrom(north ? SOUTH : NORTH, linked.request()).links()).isEmpty();
        found++;
      }
    }
    assertThat(found).as("seed " + SEED).isPositive();
  }

  @Test
  void aCursorOfAnotherOrderIsNone() {
    String cursor =
        QUERY.page(NORTH, RegisterFilter.ALL, RegisterSort.DUE, null, 1).orElseThrow().nextCursor();
    assertThat(QUERY.page(NORTH, RegisterFilter.ALL, RegisterSort.RECEIVED, cursor, 1)).isEmpty();
    assertThat(QUERY.page(NORTH, RegisterFilter.ALL, RegisterSort.DUE, "x" + cursor, 1)).isEmpty();
  }

  @Test
  void theReaderSeesOneLedgerWhateverTheQueryForgetsToSay() {
    for (String table : List.of("request", "item", "link")) {
      List<String> ledgers =
          DATABASE
              .reader()
              .in(
                  NORTH.id(),
                  db ->
                      db.sql("SELECT DISTINCT ledger FROM register." + table)
                          .query((row, n) -> row.getString(1))
                          .list());
      assertThat(ledgers).containsExactly("north");
    }
  }

  @Test
  void noTableHoldsAStarredValue() {
    for (String table : List.of("request", "item", "link", "proposed_correction", "applied")) {
      assertThat(
              DATABASE
                  .client()
                  .sql(
                      "SELECT count(*) FROM register." + table + " t WHERE t::text LIKE '%BI-MAT%'")
                  .query(Long.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  private static <T> Stream<T> payloads(Class<T> type) {
    return HISTORY.events().stream()
        .map(StoredEvent::payload)
        .filter(type::isInstance)
        .map(type::cast);
  }

  private static void check(
      List<RegisterRow> rows, RegisterFilter filter, Predicate<RegisterRow> belongs) {
    assertThat(all(NORTH, filter, RegisterSort.RECEIVED, 200))
        .isEqualTo(rows.stream().filter(belongs).toList());
  }

  private static List<RegisterRow> all(
      LedgerDescription ledger, RegisterFilter filter, RegisterSort sort, int limit) {
    List<RegisterRow> rows = new ArrayList<>();
    String cursor = null;
    do {
      RegisterPage page = QUERY.page(ledger, filter, sort, cursor, limit).orElseThrow();
      rows.addAll(page.requests());
      cursor = page.nextCursor();
    } while (cursor != null);
    return rows;
  }

  /** A filter of one member. */
  private static RegisterFilter only(String member, Object value) {
    RegisterFilter.Marked marked = RegisterFilter.Marked.ANY;
    return new RegisterFilter(
        member.equals("state") ? (RequestStatus) value : null,
        member.equals("agency") ? (String) value : null,
        member.equals("itemKind") ? (ItemKind) value : null,
        member.equals("emergency") ? (Boolean) value : null,
        member.equals("number") ? RegisterNumber.parse((String) value).orElseThrow() : null,
        member.equals("dueBefore") ? (Instant) value : null,
        member.equals("dueAfter") ? (Instant) value : null,
        member.equals("receivedFrom") ? (Instant) value : null,
        member.equals("receivedTo") ? (Instant) value : null,
        value instanceof RegisterFilter.Marked given ? given : marked);
  }

  /** A mark by its name. */
  private static RegisterFilter mark(String member, Object value) {
    return only(
        "marked",
        new RegisterFilter.Marked(
            member.equals("confirmation") ? (WritingState) value : null,
            member.equals("route") ? (RequestRoute) value : null,
            member.equals("clarificationOpen") ? (Boolean) value : null,
            member.equals("extended") ? (Boolean) value : null,
            member.equals("reopened") ? (Boolean) value : null,
            member.equals("corrected") ? (Boolean) value : null,
            member.equals("duplicate") ? (Boolean) value : null,
            member.equals("errors") ? (Boolean) value : null,
            member.equals("overdueAt") ? (Instant) value : null));
  }
}
