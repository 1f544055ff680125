package org.disclosureledger.service.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.RequestStatus;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.RequestClosed;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;
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
    for (int i = 0; i < 500; i++) {
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
          .containsExactlyInAnyOrderElementsOf(expected(ledger.name()).values());
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
        filter().state(RequestStatus.valueOf(some.state())),
        r -> r.state().equals(some.state()));
    check(rows, filter().agency(some.agency()), r -> r.agency().equals(some.agency()));
    check(rows, filter().kind(ItemKind.valueOf(kind)), r -> r.itemKinds().contains(kind));
    check(rows, filter().emergency(true), RegisterRow::emergency);
    check(rows, filter().emergency(false), r -> !r.emergency());
    check(rows, filter().due(null, due), r -> r.due() != null && !r.due().isBefore(due));
    check(rows, filter().due(due, null), r -> r.due() != null && r.due().isBefore(due));
    Instant received = some.receivedAt();
    check(rows, filter().received(received, null), r -> !r.receivedAt().isBefore(received));
    check(rows, filter().received(null, received), r -> r.receivedAt().isBefore(received));
    String number = some.registerNumber();
    check(rows, filter().number(number), r -> r.registerNumber().equals(number));
    String ordinal = number.substring(0, number.indexOf('/'));
    check(rows, filter().number(ordinal), r -> r.registerNumber().startsWith(ordinal + "/"));
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
    for (String table : List.of("request", "item")) {
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
    for (String table : List.of("request", "item", "register_counter", "applied")) {
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

  private static FilterOf filter() {
    return new FilterOf();
  }

  private static void check(
      List<RegisterRow> rows, FilterOf filter, Predicate<RegisterRow> belongs) {
    assertThat(all(NORTH, filter.value, RegisterSort.RECEIVED, 200))
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

  /** From the streams alone. */
  private static Map<UUID, RegisterRow> expected(String ledger) {
    Map<UUID, RegisterRow> rows = new LinkedHashMap<>();
    Map<Integer, Integer> years = new HashMap<>();
    for (StoredEvent event : HISTORY.events()) {
      EventHeader header = event.header();
      if (header.ledger().equals(ledger) && event.payload() instanceof RequestRecorded recorded) {
        int year = header.recordedTime().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).getYear();
        String number = years.merge(year, 1, Integer::sum) + "/" + year;
        UUID id = RequestStream.requestId(header.subject()).orElseThrow();
        rows.put(id, row(id, number, recorded, header));
      }
    }
    return rows;
  }

  private static RegisterRow row(
      UUID id, String number, RequestRecorded recorded, EventHeader first) {
    RequestState state = RequestState.EMPTY;
    List<Optional<Instant>> dues = new ArrayList<>();
    Instant closed = null;
    for (StoredEvent event : HISTORY.events()) {
      if (event.header().subject().equals(first.subject())
          && event.header().ledger().equals(first.ledger())
          && event.payload() instanceof RequestEvent known) {
        state = state.evolve(known, event.header());
        if (known instanceof DeadlineSet deadline) {
          dues.add(Optional.ofNullable(deadline.due()));
        }
        closed = known instanceof RequestClosed ? event.header().time() : closed;
      }
    }
    return new RegisterRow(
        id,
        number,
        recorded.receivedAt(),
        first.recordedTime(),
        recorded.requestingAgency().code(),
        recorded.requestingAgency().kind().name(),
        recorded.channel().name(),
        recorded.caseType().name(),
        recorded.priority().name(),
        recorded.urgency().name(),
        recorded.secrecy().name(),
        recorded.emergency(),
        recorded.items().size(),
        recorded.items().stream().map(item -> item.kind().name()).distinct().sorted().toList(),
        state.status().name(),
        dues.isEmpty() ? null : dues.getLast().orElse(null),
        dues.isEmpty() ? null : dues.getFirst().orElse(null),
        state.answeredAt().orElse(null),
        closed,
        state.lastSequence());
  }

  /** A filter of one member. */
  private static final class FilterOf {
    private RegisterFilter value = RegisterFilter.ALL;

    FilterOf state(RequestStatus state) {
      value = new RegisterFilter(state, null, null, null, null, null, null, null, null);
      return this;
    }

    FilterOf agency(String agency) {
      value = new RegisterFilter(null, agency, null, null, null, null, null, null, null);
      return this;
    }

    FilterOf kind(ItemKind kind) {
      value = new RegisterFilter(null, null, kind, null, null, null, null, null, null);
      return this;
    }

    FilterOf emergency(boolean emergency) {
      value = new RegisterFilter(null, null, null, emergency, null, null, null, null, null);
      return this;
    }

    FilterOf number(String number) {
      RegisterNumber parsed = RegisterNumber.parse(number).orElseThrow();
      value = new RegisterFilter(null, null, null, null, parsed, null, null, null, null);
      return this;
    }

    FilterOf due(@Nullable Instant before, @Nullable Instant after) {
      value = new RegisterFilter(null, null, null, null, null, before, after, null, null);
      return this;
    }

    FilterOf received(@Nullable Instant from, @Nullable Instant to) {
      value = new RegisterFilter(null, null, null, null, null, null, null, from, to);
      return this;
    }
  }
}
