package org.disclosureledger.service.statistics;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;
import java.util.function.Predicate;
import org.disclosureledger.service.deadline.WorkingCalendar;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.statistics.NaiveRequest.EndKind;
import org.disclosureledger.service.statistics.NaiveRequest.Item;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.jspecify.annotations.Nullable;

/** The figures of some requests, counted one after the other, with no SQL. */
final class NaiveFigures {
  private static final long HOUR = 3_600_000;
  private static final Set<EndKind> GIVEN =
      Set.of(EndKind.DISCLOSED, EndKind.IN_FORCE, EndKind.LIFTED);

  private final List<NaiveRequest> requests;
  private final Predicate<Item> counting;
  private final boolean anyPart;
  private final ReportingPeriod period;
  private final Instant asOf;
  private final @Nullable WorkingCalendar calendar;
  private final Map<Figure, Long> found = new EnumMap<>(Figure.class);

  private NaiveFigures(
      List<NaiveRequest> requests, Predicate<Item> counting, boolean anyPart, NaiveMoment moment) {
    this.requests = requests;
    this.counting = counting;
    this.anyPart = anyPart;
    this.period = moment.period();
    this.asOf = moment.asOf();
    this.calendar = moment.calendar();
  }

  static Figures count(
      List<NaiveRequest> requests, Predicate<Item> counting, boolean anyPart, NaiveMoment moment) {
    NaiveFigures naive = new NaiveFigures(requests, counting, anyPart, moment);
    naive.received();
    naive.due();
    naive.recorded();
    naive.open();
    naive.backlog();
    naive.papers();
    naive.handed();
    return Figures.of(naive.found);
  }

  private void put(Figure figure, long value) {
    found.put(figure, value);
  }

  private boolean within(@Nullable Instant instant) {
    return instant != null && !instant.isBefore(period.from()) && instant.isBefore(period.to());
  }

  private boolean counted(Instant recorded) {
    return within(recorded) && !recorded.isAfter(asOf);
  }

  private @Nullable Instant answered(NaiveRequest q) {
    return last(q, NaiveRequest.End::time);
  }

  private @Nullable Instant last(NaiveRequest q, Function<NaiveRequest.End, Instant> of) {
    Instant last = null;
    for (Item item : q.items) {
      if (item.end == null || item.end.time().isAfter(asOf)) {
        return null;
      }
      Instant next = of.apply(item.end);
      last = last == null || next.isAfter(last) ? next : last;
    }
    return last;
  }

  private void received() {
    List<NaiveRequest> all = requests.stream().filter(q -> within(q.r)).toList();
    put(Figure.RECEIVED, all.size());
    put(Figure.NO_DEADLINE, all.stream().filter(q -> q.d == null).count());
    put(Figure.EMERGENCIES, all.stream().filter(q -> q.emergency).count());
    put(Figure.REFUTED, all.stream().filter(q -> q.emergency && q.refuted).count());
    List<Long> replies = new ArrayList<>();
    List<Long> net = new ArrayList<>();
    for (NaiveRequest q : all) {
      if (q.f != null) {
        replies.add(q.f.toEpochMilli() - q.r.toEpochMilli());
      }
      q.items.stream().filter(counting).forEach(this::item);
      Instant a = answered(q);
      if (a == null) {
        add(Figure.OPEN, 1);
        continue;
      }
      add(Figure.ANSWERED, 1);
      add(Figure.CANCELLED, q.cr == null ? 0 : 1);
      add(Figure.GROSS_MILLIS, a.toEpochMilli() - q.r.toEpochMilli());
      add(Figure.PAUSED_MILLIS, paused(q, a, (from, to) -> to - from));
      if (calendar != null && covers(q.r, a)) {
        net.add(worked(q.r.toEpochMilli(), a.toEpochMilli()) - paused(q, a, this::worked));
      }
      long given = q.items.stream().filter(i -> GIVEN.contains(kind(i))).count();
      boolean refused = q.items.stream().allMatch(i -> kind(i) == EndKind.REJECTED);
      add(given == q.items.size() ? Figure.FULL : given > 0 ? Figure.PARTIAL : Figure.NONE, 1);
      add(Figure.REFUSED, refused ? 1 : 0);
    }
    put(Figure.REPLIED, replies.size());
    put(Figure.NET_COUNTED, net.size());
    rank(net, 500, Figure.NET_P50);
    rank(net, 900, Figure.NET_P90);
    rank(net, 950, Figure.NET_P95);
    rank(replies, 500, Figure.REPLY_P50);
    quantiles(all, q -> q.r, Figure.GROSS_P50, Figure.GROSS_P90, Figure.GROSS_P95);
    List<NaiveRequest> corrected = requests.stream().filter(q -> within(q.rc)).toList();
    put(Figure.RECEIVED_CORRECTED, corrected.size());
    put(Figure.OPEN_CORRECTED, corrected.stream().filter(q -> answered(q) == null).count());
    quantiles(
        corrected,
        q -> q.rc,
        Figure.GROSS_CORRECTED_P50,
        Figure.GROSS_CORRECTED_P90,
        Figure.GROSS_CORRECTED_P95);
  }

  private void add(Figure figure, long more) {
    found.merge(figure, more, Long::sum);
  }

  private static @Nullable EndKind kind(Item item) {
    return item.end == null ? null : item.end.kind();
  }

  private void item(Item item) {
    add(Figure.ITEMS, 1);
    add(Figure.TARGETS, item.targets);
    add(
        switch (kind(item)) {
          case null -> Figure.ITEMS_OPEN;
          case DISCLOSED -> Figure.ITEMS_DISCLOSED;
          case IN_FORCE, LIFTED -> Figure.ITEMS_IN_FORCE;
          case NO_DATA -> Figure.ITEMS_NO_DATA;
          case REJECTED -> Figure.ITEMS_REJECTED;
          case CANCELLED -> Figure.ITEMS_CANCELLED;
        },
        1);
  }

  /** Moment by moment of every border: where none is open, nothing is added. */
  private long paused(NaiveRequest q, Instant a, LongBinaryOperator length) {
    TreeSet<Long> borders = new TreeSet<>(List.of(q.r.toEpochMilli(), a.toEpochMilli()));
    for (NaiveRequest.Pause pause : q.pauses) {
      borders.add(pause.from().toEpochMilli());
      borders.add(end(pause).toEpochMilli());
    }
    long sum = 0;
    Long from = null;
    for (long to : borders) {
      if (from != null && from >= q.r.toEpochMilli() && to <= a.toEpochMilli()) {
        long begin = from;
        boolean in =
            q.pauses.stream()
                .anyMatch(p -> p.from().toEpochMilli() <= begin && to <= end(p).toEpochMilli());
        sum += in ? length.applyAsLong(from, to) : 0;
      }
      from = to;
    }
    return sum;
  }

  private boolean covers(Instant from, Instant to) {
    try {
      worked(from.toEpochMilli(), from.toEpochMilli() + 1);
      worked(to.toEpochMilli(), to.toEpochMilli() + 1);
      return true;
    } catch (CommandRefused tooShort) {
      return false;
    }
  }

  private long worked(long from, long to) {
    return Objects.requireNonNull(calendar)
        .workingTime(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to))
        .toMillis();
  }

  private Instant end(NaiveRequest.Pause pause) {
    return Objects.requireNonNullElse(pause.to(), asOf);
  }

  private void quantiles(
      List<NaiveRequest> all, Function<NaiveRequest, Instant> receipt, Figure... figures) {
    List<Long> events = new ArrayList<>();
    List<Long> waits = new ArrayList<>();
    for (NaiveRequest q : all) {
      Instant a = answered(q);
      long end = (a == null ? asOf : a).toEpochMilli() - receipt.apply(q).toEpochMilli();
      (a == null ? waits : events).add(end);
    }
    int[] perMille = {500, 900, 950};
    boolean many = 10 * waits.size() > all.size();
    for (int i = 0; i < figures.length; i++) {
      if (many) {
        productLimit(events, waits, perMille[i], figures[i]);
      } else {
        rank(events, perMille[i], figures[i]);
      }
    }
  }

  private void productLimit(List<Long> events, List<Long> waits, int perMille, Figure figure) {
    BigInteger one = BigInteger.TEN.pow(18);
    BigInteger bound =
        one.multiply(BigInteger.valueOf(1000 - perMille)).divide(BigInteger.valueOf(1000));
    BigInteger s = one;
    for (long t : new TreeSet<>(events)) {
      long d = events.stream().filter(x -> x == t).count();
      long n =
          events.stream().filter(x -> x >= t).count() + waits.stream().filter(x -> x >= t).count();
      s = s.multiply(BigInteger.valueOf(n - d)).divide(BigInteger.valueOf(n));
      if (s.compareTo(bound) <= 0) {
        put(figure, t);
        return;
      }
    }
  }

  private void rank(List<Long> values, int perMille, Figure figure) {
    List<Long> sorted = values.stream().sorted().toList();
    if (!sorted.isEmpty()) {
      put(figure, sorted.get((sorted.size() * perMille + 999) / 1000 - 1));
    }
  }

  private void due() {
    for (NaiveRequest q : requests) {
      Instant a = answered(q);
      Instant d = q.d;
      if (d != null && cohort(q, d)) {
        add(Figure.DUE, 1);
        add(Figure.ON_TIME, onTime(q, a, d) ? 1 : 0);
        Instant ar = last(q, NaiveRequest.End::recorded);
        add(Figure.ON_TIME_RECORDED, ar != null && !ar.isAfter(d) ? 1 : 0);
      }
      Instant d0 = q.d0;
      if (d0 != null && cohort(q, d0)) {
        add(Figure.DUE_ORIGINAL, 1);
        add(Figure.ON_TIME_ORIGINAL, onTime(q, a, d0) ? 1 : 0);
      }
    }
  }

  private boolean cohort(NaiveRequest q, Instant due) {
    return within(due) && !due.isAfter(asOf) && (q.cr == null || !q.cr.isBefore(due));
  }

  private static boolean onTime(NaiveRequest q, @Nullable Instant a, Instant due) {
    return a != null && !a.isAfter(due) && (q.cr == null || !q.cr.isAfter(due));
  }

  private void recorded() {
    List<Long> lags = new ArrayList<>();
    for (NaiveRequest q : requests) {
      if (within(q.w)) {
        lags.add(q.w.toEpochMilli() - q.r.toEpochMilli());
      }
    }
    put(Figure.RECORDED, lags.size());
    put(Figure.LAG_OVER_HOUR, lags.stream().filter(lag -> lag > HOUR).count());
    rank(lags, 500, Figure.LAG_P50);
    rank(lags, 1000, Figure.LAG_MAX);
  }

  private void open() {
    for (NaiveRequest q : requests) {
      if (answered(q) == null) {
        add(Figure.OPEN_AT_AS_OF, 1);
        add(age(q), 1);
      }
    }
  }

  private Figure age(NaiveRequest q) {
    if (q.d == null) {
      return Figure.AGING_NO_DEADLINE;
    }
    long late = asOf.toEpochMilli() - q.d.toEpochMilli();
    return late <= 0
        ? Figure.AGING_NOT_DUE
        : late <= 3 * HOUR
            ? Figure.AGING_3H
            : late <= 24 * HOUR
                ? Figure.AGING_24H
                : late <= 168 * HOUR ? Figure.AGING_7D : Figure.AGING_OVER;
  }

  private void backlog() {
    Instant upto = period.to().isBefore(asOf.plusMillis(1)) ? period.to() : asOf.plusMillis(1);
    for (NaiveRequest q : requests) {
      add(Figure.OPEN_BEFORE, standing(q, period.from()) ? 1 : 0);
      add(Figure.OPEN_AFTER, standing(q, upto) ? 1 : 0);
      add(Figure.OPENED, counted(q.w) ? 1 : 0);
      for (NaiveRequest.Flow flow : q.flows) {
        if (counted(flow.recorded())) {
          add(flow.reopens() ? Figure.REOPENED : Figure.CLOSED, 1);
        }
      }
    }
  }

  private static boolean standing(NaiveRequest q, Instant before) {
    boolean standing = false;
    for (NaiveRequest.After after : q.after) {
      standing = after.recorded().isBefore(before) ? after.standing() : standing;
    }
    return standing;
  }

  private void papers() {
    for (NaiveRequest q : requests) {
      Instant by = q.wb;
      if (q.oral && by != null && within(by) && !by.isAfter(asOf) && owed(q, by)) {
        add(Figure.PAPERS, 1);
        add(Figure.PAPERS_IN_TIME, q.wr != null && !q.wr.isAfter(by) ? 1 : 0);
        add(Figure.PAPERS_CLAIMED, q.wc != null && !q.wc.isAfter(by) ? 1 : 0);
      }
    }
  }

  private static boolean owed(NaiveRequest q, Instant at) {
    boolean owed = true;
    for (NaiveRequest.After after : q.after) {
      owed = after.recorded().isAfter(at) ? owed : after.owed();
    }
    return owed;
  }

  private void handed() {
    for (NaiveRequest q : requests) {
      for (NaiveRequest.Part part : q.parts) {
        if (anyPart && counted(part.recorded()) && counting.test(q.items.get(part.item() - 1))) {
          add(Figure.PARTS, 1);
          add(Figure.PARTS_BEYOND, part.beyond() ? 1 : 0);
        }
      }
      for (NaiveRequest.Mistake mistake : q.mistakes) {
        if (counted(mistake.recorded())) {
          boolean reportable = mistake.severity() == ErrorSeverity.REPORTABLE;
          add(reportable ? Figure.ERRORS_REPORTABLE : Figure.ERRORS_RECORDABLE, 1);
        }
      }
    }
  }
}
