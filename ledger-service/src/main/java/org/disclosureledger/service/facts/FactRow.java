package org.disclosureledger.service.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disclosureledger.service.projection.CopyText;
import org.disclosureledger.service.request.Clock;
import org.disclosureledger.service.request.Confirmation;
import org.disclosureledger.service.request.Demand;
import org.disclosureledger.service.request.ItemProgress;
import org.disclosureledger.service.request.ItemState;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.jspecify.annotations.Nullable;

/** What is said of a request from one entry to the next; the names are those of the columns. */
record FactRow(List<@Nullable Object> values) {
  /** No instant: one that never comes. */
  static final long NEVER = Long.MAX_VALUE;

  static final List<String> COLUMNS =
      List.of(
          "span_from",
          "span_to",
          "recorded_at",
          "received_at",
          "received_corrected",
          "agency",
          "agency_kind",
          "emergency",
          "refuted",
          "unreadable",
          "answered_at",
          "answered_recorded",
          "cancelled_recorded",
          "due_original",
          "due",
          "replied_at",
          "paused",
          "pause_from",
          "pause_to",
          "items",
          "targets",
          "disclosed",
          "in_force",
          "no_data",
          "rejected",
          "cancelled",
          "item_kinds",
          "item_targets",
          "item_ends",
          "item_grounds",
          "kinds",
          "grounds",
          "confirm_by",
          "owed",
          "confirmed_at",
          "confirmed_recorded",
          "closes",
          "reopens",
          "beyond_at",
          "part_at",
          "part_item",
          "part_beyond",
          "reportable_at",
          "recordable_at");

  private static final String NONE = "NONE";
  private static final List<ItemState> ENDS =
      List.of(
          ItemState.DISCLOSED,
          ItemState.IN_FORCE,
          ItemState.NO_DATA,
          ItemState.REJECTED,
          ItemState.CANCELLED);

  static FactRow of(RequestState state, Marks marks) {
    Demand demand = Objects.requireNonNull(state.demand());
    long received = demand.receivedAt().toEpochMilli();
    Long corrected = millis(demand.correctedReceivedAt());
    long receivedCorrected = corrected == null ? received : corrected;
    Clock clock = state.clock();
    Long due = millis(clock.due());
    Long dueOriginal = millis(clock.originalDue());
    Confirmation paper = state.confirmation();
    Long confirmBy = state.oral() ? millis(paper.confirmBy()) : null;
    long answered = answered(state);
    Pauses pauses = answered == NEVER ? Pauses.NONE : Pauses.of(marks, received, answered);
    List<ItemProgress> items = state.items();
    List<Long> instants =
        Stream.of(
                Stream.of(marks.recorded, received, receivedCorrected),
                Stream.of(due, dueOriginal, confirmBy).filter(Objects::nonNull),
                marks.closes.stream(),
                marks.reopens.stream(),
                marks.partAt.stream(),
                marks.reportable.stream(),
                marks.recordable.stream())
            .flatMap(each -> each)
            .toList();
    List<@Nullable Object> values = new ArrayList<>(COLUMNS.size());
    values.add(instants.stream().min(Comparator.naturalOrder()).orElseThrow());
    values.add(instants.stream().max(Comparator.naturalOrder()).orElseThrow());
    values.add(marks.recorded);
    values.add(received);
    values.add(receivedCorrected);
    values.add(marks.agency);
    values.add(marks.agencyKind);
    values.add(marks.emergency);
    values.add(marks.refuted);
    values.add(marks.unreadable);
    values.add(answered);
    values.add(
        answered == NEVER
            ? NEVER
            : marks.ends.values().stream().mapToLong(Marks.End::recorded).max().orElseThrow());
    values.add(marks.cancelled == null ? NEVER : marks.cancelled);
    values.add(dueOriginal);
    values.add(due);
    values.add(marks.replied);
    values.add(pauses.length());
    values.add(pauses.from());
    values.add(pauses.to());
    values.add(items.size());
    values.add(items.stream().mapToInt(item -> item.asked().targets().size()).sum());
    for (ItemState end : ENDS) {
      values.add(items.stream().filter(item -> end(item).equals(end.name())).count());
    }
    values.add(items.stream().map(item -> item.kind().name()).toList());
    values.add(items.stream().map(item -> item.asked().targets().size()).toList());
    values.add(items.stream().map(FactRow::end).toList());
    values.add(items.stream().map(item -> grounds(item, marks)).toList());
    values.add(items.stream().map(item -> item.kind().name()).distinct().sorted().toList());
    values.add(
        items.stream()
            .flatMap(item -> groundsOf(item, marks))
            .map(Enum::name)
            .distinct()
            .sorted()
            .toList());
    values.add(confirmBy);
    values.add(!state.nothingOwed());
    values.add(confirmBy == null ? null : millis(paper.confirmedAt()));
    values.add(confirmBy == null ? null : millis(paper.recordedAt()));
    values.add(List.copyOf(marks.closes));
    values.add(List.copyOf(marks.reopens));
    values.add(
        IntStream.range(0, marks.partAt.size())
            .filter(marks.partBeyond::get)
            .mapToObj(marks.partAt::get)
            .toList());
    values.add(List.copyOf(marks.partAt));
    values.add(List.copyOf(marks.partItem));
    values.add(List.copyOf(marks.partBeyond));
    values.add(List.copyOf(marks.reportable));
    values.add(List.copyOf(marks.recordable));
    return new FactRow(values);
  }

  /** A restored measure counts as one taken. */
  private static String end(ItemProgress item) {
    ItemState state = item.state() == ItemState.LIFTED ? ItemState.IN_FORCE : item.state();
    return Marks.ended(item) ? state.name() : NONE;
  }

  private static Stream<RefusalGround> groundsOf(ItemProgress item, Marks marks) {
    Marks.End end = item.state() == ItemState.REJECTED ? marks.ends.get(item.ordinal()) : null;
    return end == null ? Stream.empty() : end.grounds().stream().distinct();
  }

  /** Of one item, joined by a sign that no code has. */
  private static String grounds(ItemProgress item, Marks marks) {
    List<String> codes = groundsOf(item, marks).map(Enum::name).toList();
    return codes.isEmpty() ? NONE : String.join("-", codes);
  }

  private static long answered(RequestState state) {
    return Marks.isStanding(state)
        ? NEVER
        : state.items().stream()
            .map(ItemProgress::terminalAt)
            .filter(Objects::nonNull)
            .mapToLong(Instant::toEpochMilli)
            .max()
            .orElse(NEVER);
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  /** Of all its arrays together. */
  long elements() {
    return values.stream()
        .mapToLong(value -> value instanceof Collection<?> array ? array.size() : 0)
        .sum();
  }

  /** As one row of a copy. */
  void write(String ledger, UUID request, long from, long until, CopyText text) {
    text.value(ledger).value(request).value(from).value(until);
    values.forEach(text::value);
    text.end();
  }
}
