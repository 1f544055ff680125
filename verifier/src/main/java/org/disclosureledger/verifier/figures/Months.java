package org.disclosureledger.verifier.figures;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The months of a period. A request is looked at in those alone into which anything of it falls, so
 * that a long period costs little more than a short one.
 */
final class Months {
  private final Window window;
  private final WorkingTime calendar;
  private final Map<String, Long> standing;
  private final Stocks stocks;
  private final YearMonth first;
  private final List<List<RequestFold>> touched;

  private Months(
      Window window,
      WorkingTime calendar,
      Map<String, Long> standing,
      Stocks stocks,
      YearMonth first,
      List<List<RequestFold>> touched) {
    this.window = window;
    this.calendar = calendar;
    this.standing = standing;
    this.stocks = stocks;
    this.first = first;
    this.touched = touched;
  }

  static Months of(
      Collection<RequestFold> requests, Window window, WorkingTime calendar, int without) {
    List<YearMonth> months = window.months();
    long[] begins = begins(window);
    List<List<RequestFold>> touched = new ArrayList<>();
    months.forEach(_ -> touched.add(new ArrayList<>()));
    for (RequestFold request : requests) {
      of(request, window, begins).forEach(month -> touched.get(month).add(request));
    }
    return new Months(
        window,
        calendar,
        Counting.standing(requests, window, calendar, without),
        new Stocks(requests),
        months.getFirst(),
        touched);
  }

  /** When each month of a period begins. */
  static long[] begins(Window window) {
    return window.months().stream().mapToLong(month -> window.cutTo(month).from()).toArray();
  }

  /** Into which of those months anything of the request falls. */
  static IntStream of(RequestFold request, Window window, long[] begins) {
    return instants(request)
        .filter(window::has)
        .mapToInt(instant -> month(begins, instant))
        .distinct();
  }

  /** All that any figure of a period is told by, but for the stocks. */
  private static LongStream instants(RequestFold request) {
    return LongStream.concat(
        LongStream.of(
            request.recorded,
            request.receivedAt,
            request.receivedCorrected,
            request.due.original,
            request.due.last,
            request.papers.due),
        LongStream.concat(
            request.standing.changes(),
            LongStream.concat(
                request.parts.stream().mapToLong(RequestFold.Part::recorded),
                request.mistakes.stream().mapToLong(RequestFold.Mistake::recorded))));
  }

  private static int month(long[] begins, long instant) {
    int at = Arrays.binarySearch(begins, instant);
    return at < 0 ? -at - 2 : at;
  }

  /** Of one of them. */
  Map<String, Long> figures(YearMonth month) {
    int number = Math.toIntExact(first.until(month, ChronoUnit.MONTHS));
    return Counting.figures(touched.get(number), window.cutTo(month), calendar, standing, stocks);
  }
}
