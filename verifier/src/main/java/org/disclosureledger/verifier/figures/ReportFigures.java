package org.disclosureledger.verifier.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.verifier.conduct.Conduct;
import org.disclosureledger.verifier.figures.Counting.Only;
import org.jspecify.annotations.Nullable;

/**
 * Every figure of REPORTS.md, from the entries below a head recorded by an instant. Shown each
 * entry once, in order, it gives the rows of any period; so it holds, for as long as it lives, a
 * state a request (some hundred bytes and its items, parts and changes), whatever the periods.
 */
public final class ReportFigures {
  private final LedgerFold fold;
  private final long asOf;

  /**
   * @param size of the head: entries of leaves below it count
   * @param asOf if recorded by then
   */
  public ReportFigures(long size, Instant asOf) {
    this.asOf = asOf.toEpochMilli();
    this.fold = new LedgerFold(size, this.asOf, Conduct::knows);
  }

  /** One entry of a ledger; its data fits the schema of its type. */
  public record Recorded(long leaf, EntryPayload payload) {}

  /** The rows of a report about the period, of entries in the order of their leaves. */
  public static List<Row> of(
      Iterable<Recorded> entries, long size, Instant asOf, Instant from, Instant to) {
    ReportFigures figures = new ReportFigures(size, asOf);
    entries.forEach(entry -> figures.entry(entry.leaf(), entry.payload()));
    return figures.rows(from, to);
  }

  /** The next entry. */
  public void entry(long leaf, EntryPayload payload) {
    fold.entry(leaf, payload);
  }

  /** Why the figures rest on what could not be read; empty if all could. */
  public Optional<String> obstacle() {
    int unreadable = fold.unreadable();
    return unreadable == 0
        ? fold.flaw()
        : Optional.of(
            unreadable == 1
                ? "a request cannot be followed"
                : unreadable + " requests cannot be followed");
  }

  /** Whether a report about the period has room for its months, as far as §1 allows. */
  public static boolean isPeriod(Instant from, Instant to) {
    return from.isBefore(to) && Window.of(from, to, to).months().size() <= Window.MOST_MONTHS;
  }

  /** The rows of a report about a period that {@link #isPeriod is one}. */
  public List<Row> rows(Instant from, Instant to) {
    Window window = new Window(from.toEpochMilli(), to.toEpochMilli(), asOf);
    Collection<RequestFold> all = fold.requests();
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(Slice.ALL, "", whole(all, window)));
    rows.addAll(of(Slice.AGENCY, all, window, r -> Stream.of(r.agency)));
    rows.addAll(of(Slice.AGENCY_KIND, all, window, r -> Stream.of(r.agencyKind)));
    rows.addAll(of(Slice.ITEM_KIND, all, window, r -> r.items.stream().map(item -> item.kind)));
    rows.addAll(of(Slice.PROVINCE, all, window, r -> Stream.ofNullable(fold.province(r))));
    rows.addAll(
        of(Slice.EMERGENCY, all, window, r -> r.emergency ? Stream.of("true") : Stream.of()));
    rows.addAll(of(Slice.REFUSAL_GROUND, all, window, ReportFigures::grounds));
    for (YearMonth month : window.months()) {
      rows.add(new Row(Slice.MONTH, month.toString(), whole(all, window.cutTo(month))));
    }
    return rows;
  }

  private static Stream<String> grounds(RequestFold request) {
    return request.items.stream()
        .filter(item -> item.end == ItemFold.End.REJECTED)
        .flatMap(item -> item.grounds.stream());
  }

  private Map<String, Long> whole(Collection<RequestFold> requests, Window window) {
    return Counting.figures(requests, window, Only.ANY, fold.calendar(), fold.withoutBeginning());
  }

  /** A row for each key that has any figure. Codes are ASCII, so their order is that of bytes. */
  private List<Row> of(
      Slice slice,
      Collection<RequestFold> requests,
      Window window,
      Function<RequestFold, Stream<String>> keys) {
    Map<String, List<RequestFold>> byKey = new TreeMap<>();
    for (RequestFold request : requests) {
      keys.apply(request)
          .distinct()
          .forEach(key -> byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(request));
    }
    List<Row> rows = new ArrayList<>();
    byKey.forEach((key, members) -> {
      Only only =
          new Only(only(slice, Slice.ITEM_KIND, key), only(slice, Slice.REFUSAL_GROUND, key));
      Map<String, Long> figures = Counting.figures(members, window, only, fold.calendar(), 0);
      if (!figures.isEmpty()) {
        rows.add(new Row(slice, key, figures));
      }
    });
    return rows;
  }

  private static @Nullable String only(Slice slice, Slice of, String key) {
    return slice == of ? key : null;
  }
}
