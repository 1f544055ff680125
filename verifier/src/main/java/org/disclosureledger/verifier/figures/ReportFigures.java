package org.disclosureledger.verifier.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.verifier.figures.Counting.Only;
import org.jspecify.annotations.Nullable;

/**
 * Every figure of REPORTS.md, from the entries that it was shown. Shown each of them once, in the
 * order of their leaves, it gives the rows of any period as they stand then, and goes on; so it
 * holds, for as long as it lives, a state a request (some hundred bytes and its items, parts and
 * changes), whatever the periods and however many.
 */
public final class ReportFigures {
  private final LedgerFold fold = new LedgerFold();

  /** One entry of a ledger; its data fits the schema of its type. */
  public record Recorded(long leaf, EntryPayload payload) {}

  /**
   * The rows of a report about the period, of entries in the order of their leaves: of those below
   * the size that were recorded by the instant.
   */
  public static List<Row> of(
      Iterable<Recorded> entries, long size, Instant asOf, Instant from, Instant to) {
    ReportFigures figures = new ReportFigures();
    for (Recorded entry : entries) {
      if (entry.leaf() < size && !entry.payload().recordedTime().isAfter(asOf)) {
        figures.entry(entry.leaf(), entry.payload(), true);
      }
    }
    return figures.rows(asOf, from, to, Integer.MAX_VALUE);
  }

  /** Whether figures rest on what stands in a stream. */
  public static boolean counts(String subject) {
    return LedgerFold.counts(subject);
  }

  /**
   * The next entry that counts.
   *
   * @param fits whether its data fits the schema of its type
   */
  public void entry(long leaf, EntryPayload payload, boolean fits) {
    fold.entry(leaf, payload, fits);
  }

  /**
   * How many requests a statement about the period counts; one of many items, parts and errors more
   * than once, and again in each month that anything of it falls into.
   */
  public long weight(Instant asOf, Instant from, Instant to) {
    Collection<RequestFold> all = fold.requests();
    Window window = Window.of(from, to, asOf);
    long[] begins = Months.begins(window);
    return all.size()
        + all.stream()
            .filter(request -> request.bulk() > 0)
            .mapToLong(request -> request.bulk() * (1 + Months.of(request, window, begins).count()))
            .sum();
  }

  /**
   * Requests that nobody can follow to their end; 0 where a later version of this program might
   * follow them.
   */
  public int unreadable() {
    return fold.unreadable() - fold.unknown();
  }

  /** Why the figures rest on what could not be read; empty if all could. */
  public Optional<String> obstacle() {
    int unreadable = fold.unreadable();
    return unreadable == 0
        ? fold.calendarFlaw()
        : Optional.of(
            unreadable == 1
                ? "a request cannot be followed"
                : unreadable + " requests cannot be followed");
  }

  /**
   * Why nobody can tell in which province an agency is; empty if that can be told. Then there are
   * no rows of provinces, and all others are right.
   */
  public Optional<String> provinceObstacle() {
    return fold.provinceFlaw();
  }

  /** Whether a report about the period has room for its months, as far as §1 allows. */
  public static boolean isPeriod(Instant from, Instant to) {
    return from.isBefore(to) && Window.of(from, to, to).months().size() <= Window.MOST_MONTHS;
  }

  /**
   * The rows of a report about a period that {@link #isPeriod is one}, in their order.
   *
   * @param most so many of them, or a few more: what comes behind is not counted
   */
  public List<Row> rows(Instant asOf, Instant from, Instant to, int most) {
    Window window = Window.of(from, to, asOf);
    Collection<RequestFold> all = fold.requests();
    boolean provinces = provinceObstacle().isEmpty();
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(Slice.ALL, "", whole(all, window)));
    for (Slice slice : Slice.values()) {
      boolean byKey = slice != Slice.ALL && slice != Slice.MONTH;
      if (byKey && (provinces || slice != Slice.PROVINCE) && rows.size() < most) {
        of(slice, all, window, rows, most);
      }
    }
    if (rows.size() < most) {
      Months months = Months.of(all, window, fold.calendar(), fold.withoutBeginning());
      for (YearMonth month : window.months()) {
        rows.add(new Row(Slice.MONTH, month.toString(), months.figures(month)));
      }
    }
    return rows;
  }

  private Stream<String> keys(Slice slice, RequestFold request) {
    return switch (slice) {
      case AGENCY -> Stream.of(request.agency);
      case AGENCY_KIND -> Stream.of(request.agencyKind);
      case ITEM_KIND -> request.items.stream().map(item -> item.kind);
      case PROVINCE -> Stream.ofNullable(fold.province(request));
      case EMERGENCY -> request.emergency ? Stream.of("true") : Stream.of();
      case REFUSAL_GROUND -> grounds(request);
      case ALL, MONTH -> throw new IllegalArgumentException("all stand in " + slice);
    };
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
  private void of(
      Slice slice, Collection<RequestFold> requests, Window window, List<Row> rows, int most) {
    Map<String, List<RequestFold>> byKey = new TreeMap<>();
    for (RequestFold request : requests) {
      keys(slice, request)
          .distinct()
          .forEach(key -> byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(request));
    }
    for (Map.Entry<String, List<RequestFold>> each : byKey.entrySet()) {
      if (rows.size() >= most) {
        return;
      }
      String key = each.getKey();
      Only only =
          new Only(only(slice, Slice.ITEM_KIND, key), only(slice, Slice.REFUSAL_GROUND, key));
      Map<String, Long> figures =
          Counting.figures(each.getValue(), window, only, fold.calendar(), 0);
      if (!figures.isEmpty()) {
        rows.add(new Row(slice, key, figures));
      }
    }
  }

  private static @Nullable String only(Slice slice, Slice of, String key) {
    return slice == of ? key : null;
  }
}
