package org.disclosureledger.verifier.figures;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.disclosureledger.verifier.figures.Pauses.Stretch;
import org.disclosureledger.verifier.figures.RequestFold.Part;
import org.jspecify.annotations.Nullable;

/** Counts the figures of REPORTS §3 over some requests. */
final class Counting {
  private static final long HOUR = 3_600_000;

  private final Collection<RequestFold> requests;
  private final Window window;
  private final Only only;
  private final WorkingTime calendar;
  private final Members members = new Members();

  /** Which items count in a slice of items (§6). */
  record Only(@Nullable String kind, @Nullable String ground) {
    static final Only ANY = new Only(null, null);

    boolean has(ItemFold item) {
      return (kind == null || kind.equals(item.kind))
          && (ground == null || item.isRejectedFor(ground));
    }

    boolean has(Part part) {
      return ground == null && (kind == null || kind.equals(part.item().kind));
    }
  }

  private Counting(
      Collection<RequestFold> requests, Window window, Only only, WorkingTime calendar) {
    this.requests = requests;
    this.window = window;
    this.only = only;
    this.calendar = calendar;
  }

  /**
   * @param without requests of which nothing is known but that they cannot be read
   */
  static Map<String, Long> figures(
      Collection<RequestFold> requests,
      Window window,
      Only only,
      WorkingTime calendar,
      int without) {
    Counting counting = new Counting(requests, window, only, calendar);
    counting.received();
    counting.receivedCorrected();
    counting.due();
    counting.recorded();
    counting.standing(without);
    counting.backlog();
    counting.papers();
    counting.handedOver();
    counting.mistakes();
    return counting.members.all;
  }

  /** Of §3.4, which no period changes. */
  static Map<String, Long> standing(
      Collection<RequestFold> requests, Window window, WorkingTime calendar, int without) {
    Counting counting = new Counting(requests, window, Only.ANY, calendar);
    counting.standing(without);
    return counting.members.all;
  }

  /**
   * The figures of all requests, in a time that is one of many.
   *
   * @param touched those of which anything falls into it
   * @param standing what {@link #standing} gives of all
   */
  static Map<String, Long> figures(
      Collection<RequestFold> touched,
      Window window,
      WorkingTime calendar,
      Map<String, Long> standing,
      Stocks stocks) {
    Counting counting = new Counting(touched, window, Only.ANY, calendar);
    counting.received();
    counting.receivedCorrected();
    counting.due();
    counting.recorded();
    counting.members.all.putAll(standing);
    counting.members.put("openBefore", stocks.before(window.from()));
    counting.flows();
    counting.members.put("openAfter", stocks.before(window.upto()));
    counting.papers();
    counting.handedOver();
    counting.mistakes();
    return counting.members.all;
  }

  private List<RequestFold> in(ToLongFunction<RequestFold> instant) {
    return requests.stream().filter(r -> window.has(instant.applyAsLong(r))).toList();
  }

  private boolean isAnswered(RequestFold request) {
    return request.isAnswered(window.asOf());
  }

  private long answered(RequestFold request) {
    return request.answered(window.asOf());
  }

  /** §3.1, but for corrected receipts. */
  private void received() {
    List<RequestFold> received = in(r -> r.receivedAt);
    List<RequestFold> answered = received.stream().filter(this::isAnswered).toList();
    List<RequestFold> open = received.stream().filter(r -> !isAnswered(r)).toList();
    members.put("received", received.size());
    members.put("answered", answered.size());
    members.count("cancelled", answered, r -> r.cancelled != RequestFold.NEVER);
    members.put("open", open.size());
    members.count("noDeadline", received, r -> r.due.last == RequestFold.NEVER);
    members.put(
        "targets",
        received.stream()
            .flatMap(r -> r.items.stream())
            .filter(only::has)
            .mapToLong(item -> item.targets)
            .sum());
    members.count("emergencies", received, r -> r.emergency);
    members.count("refuted", received, r -> r.emergency && r.refuted);
    gross("gross", answered, open, r -> r.receivedAt);
    members.put("grossMillis", answered.stream().mapToLong(r -> answered(r) - r.receivedAt).sum());
    members.put(
        "pausedMillis",
        answered.stream().flatMap(r -> paused(r).stream()).mapToLong(Stretch::length).sum());
    List<RequestFold> covered =
        answered.stream().filter(r -> calendar.covers(r.receivedAt, answered(r))).toList();
    members.put("netCounted", covered.size());
    members.quantiles("net", Members.lengths(covered, this::net));
    List<RequestFold> replied =
        received.stream().filter(r -> r.firstReply != RequestFold.NEVER).toList();
    members.put("replied", replied.size());
    members.put(
        "replyP50", Quantiles.of(Members.lengths(replied, r -> r.firstReply - r.receivedAt), 50));
    fulfilled(answered);
    items(received.stream().flatMap(r -> r.items.stream()).filter(only::has).toList());
  }

  private void gross(
      String prefix,
      List<RequestFold> answered,
      List<RequestFold> open,
      ToLongFunction<RequestFold> since) {
    long[] ended = Members.lengths(answered, r -> answered(r) - since.applyAsLong(r));
    // Those left out would be the slow ones (§4).
    if (10L * open.size() > answered.size() + open.size()) {
      members.unfinished(
          prefix, ended, Members.lengths(open, r -> window.asOf() - since.applyAsLong(r)));
    } else {
      members.quantiles(prefix, ended);
    }
  }

  private List<Stretch> paused(RequestFold request) {
    return request.pauses.within(request.receivedAt, answered(request), window.asOf());
  }

  private long net(RequestFold request) {
    long paused = paused(request).stream().mapToLong(p -> calendar.between(p.from(), p.to())).sum();
    return calendar.between(request.receivedAt, answered(request)) - paused;
  }

  private void fulfilled(List<RequestFold> answered) {
    long full = answered.stream().filter(r -> r.items.stream().allMatch(Counting::isGiven)).count();
    List<RequestFold> none =
        answered.stream().filter(r -> r.items.stream().noneMatch(Counting::isGiven)).toList();
    members.put("full", full);
    members.put("partial", answered.size() - full - none.size());
    members.put("none", none.size());
    members.count(
        "refused", none, r -> r.items.stream().allMatch(item -> item.end == ItemFold.End.REJECTED));
  }

  private static boolean isGiven(ItemFold item) {
    ItemFold.End end = item.end;
    return end != null && end.isGiven();
  }

  private void items(List<ItemFold> items) {
    members.put("items", items.size());
    members.count("itemsDisclosed", items, item -> item.end == ItemFold.End.DISCLOSED);
    members.count(
        "itemsInForce",
        items,
        item -> item.end == ItemFold.End.IN_FORCE || item.end == ItemFold.End.LIFTED);
    members.count("itemsNoData", items, item -> item.end == ItemFold.End.NO_DATA);
    members.count("itemsRejected", items, item -> item.end == ItemFold.End.REJECTED);
    members.count("itemsCancelled", items, item -> item.end == ItemFold.End.CANCELLED);
    members.count("itemsOpen", items, item -> item.end == null);
  }

  private void receivedCorrected() {
    List<RequestFold> received = in(r -> r.receivedCorrected);
    List<RequestFold> answered = received.stream().filter(this::isAnswered).toList();
    List<RequestFold> open = received.stream().filter(r -> !isAnswered(r)).toList();
    members.put("receivedCorrected", received.size());
    members.put("openCorrected", open.size());
    gross("grossCorrected", answered, open, r -> r.receivedCorrected);
  }

  /** §3.2. */
  private void due() {
    List<RequestFold> due = due(r -> r.due.last);
    members.put("due", due.size());
    members.count("onTime", due, r -> isOnTime(r, r.due.last));
    members.count("onTimeRecorded", due, r -> r.answeredRecorded(window.asOf()) <= r.due.last);
    List<RequestFold> original = due(r -> r.due.original);
    members.put("dueOriginal", original.size());
    members.count("onTimeOriginal", original, r -> isOnTime(r, r.due.original));
  }

  /** Who was taken back before that owes nothing then. */
  private List<RequestFold> due(ToLongFunction<RequestFold> due) {
    return in(due).stream()
        .filter(r -> due.applyAsLong(r) <= window.asOf())
        .filter(r -> r.cancelled >= due.applyAsLong(r))
        .toList();
  }

  private boolean isOnTime(RequestFold request, long due) {
    boolean takenBackLater = request.cancelled > due && request.cancelled != RequestFold.NEVER;
    return answered(request) <= due && !takenBackLater;
  }

  /** §3.3. */
  private void recorded() {
    List<RequestFold> recorded = in(r -> r.recorded);
    long[] lags = Members.lengths(recorded, r -> r.recorded - r.receivedAt);
    members.put("recorded", recorded.size());
    members.put("lagP50", Quantiles.of(lags, 50));
    members.put("lagMax", Members.max(lags));
    members.count("lagOverHour", recorded, r -> r.recorded - r.receivedAt > HOUR);
  }

  /** §3.4. */
  private void standing(int without) {
    List<RequestFold> open = requests.stream().filter(r -> !isAnswered(r)).toList();
    late(open, "agingNotDue", Long.MIN_VALUE, 0);
    late(open, "aging3h", 0, 3 * HOUR);
    late(open, "aging24h", 3 * HOUR, 24 * HOUR);
    late(open, "aging7d", 24 * HOUR, 168 * HOUR);
    late(open, "agingOver", 168 * HOUR, Long.MAX_VALUE);
    members.count("agingNoDeadline", open, r -> r.due.last == RequestFold.NEVER);
    members.put("openAtAsOf", open.size());
    members.put("unreadable", requests.stream().filter(r -> r.unreadable).count() + without);
  }

  /** Overdue by more than the one and up to the other. */
  private void late(List<RequestFold> open, String name, long over, long upTo) {
    members.count(
        name,
        open,
        r -> {
          if (r.due.last == RequestFold.NEVER) {
            return false;
          }
          long late = window.asOf() - r.due.last;
          return over < late && late <= upTo;
        });
  }

  /** §3.5. */
  private void backlog() {
    members.count("openBefore", requests, r -> r.standing.wasOnBefore(window.from()));
    flows();
    members.count("openAfter", requests, r -> r.standing.wasOnBefore(window.upto()));
  }

  private void flows() {
    members.count("opened", requests, r -> window.hasRecorded(r.recorded));
    members.put(
        "reopened", requests.stream().mapToLong(r -> r.standing.switched(true, window)).sum());
    members.put(
        "closed", requests.stream().mapToLong(r -> r.standing.switched(false, window)).sum());
  }

  /** §3.6. */
  private void papers() {
    List<Papers> owed =
        in(r -> r.papers.due).stream()
            .map(r -> r.papers)
            .filter(p -> p.oral && p.due <= window.asOf() && p.isOwedAt(p.due))
            .toList();
    members.put("papers", owed.size());
    members.count("papersInTime", owed, p -> p.confirmedRecorded <= p.due);
    members.count("papersClaimed", owed, p -> p.confirmed <= p.due);
  }

  /** §3.7. */
  private void handedOver() {
    List<Part> parts =
        requests.stream()
            .flatMap(r -> r.parts.stream())
            .filter(part -> window.hasRecorded(part.recorded()) && only.has(part))
            .toList();
    members.put("parts", parts.size());
    members.count("partsBeyond", parts, Part::beyond);
  }

  /** §3.8. */
  private void mistakes() {
    List<RequestFold.Mistake> told =
        requests.stream()
            .flatMap(r -> r.mistakes.stream())
            .filter(mistake -> window.hasRecorded(mistake.recorded()))
            .toList();
    members.count("errorsReportable", told, RequestFold.Mistake::reportable);
    members.count("errorsRecordable", told, mistake -> !mistake.reportable());
  }
}
