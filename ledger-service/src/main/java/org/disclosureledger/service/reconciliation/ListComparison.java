package org.disclosureledger.service.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.disclosureledger.service.reconciliation.event.Difference;
import org.disclosureledger.service.reconciliation.event.DifferenceCause;
import org.disclosureledger.service.reconciliation.event.DifferenceKind;
import org.jspecify.annotations.Nullable;

/**
 * Pairs rows with requests of the same document number, one to one and the same on every run: first
 * those of the same document date whose receipt lies within {@link #TOLERANCE} (matched, as many as
 * there can be), then those left of the same date in the order of receipt, then those left of the
 * number in the order of date and receipt (both differing). Among equals the earlier row takes the
 * earlier request. Ours are compared as last corrected; what matches only by a correction is listed
 * beside the rest. Pure.
 */
public final class ListComparison {
  /** Between two times of receipt that count as one; a day without a time is all of that day. */
  public static final Duration TOLERANCE = Duration.ofHours(24);

  /**
   * How far outside the period a request of ours may have been received and yet pair with a row; it
   * then differs. Numbers begin anew each year, so a wider search would pair strangers.
   */
  public static final Duration MARGIN = Duration.ofDays(31);

  private static final Comparator<ListedDocument> THEIR_ORDER =
      Comparator.comparing((ListedDocument d) -> d.received().first())
          .thenComparingInt(ListedDocument::row);
  private static final Comparator<ListedDocument> ENDING_FIRST =
      Comparator.comparing((ListedDocument d) -> d.received().last())
          .thenComparingInt(ListedDocument::row);
  private static final Comparator<RegisteredRequest> OUR_ORDER =
      Comparator.comparing(RegisteredRequest::receivedAt)
          .thenComparingInt(RegisteredRequest::registerYear)
          .thenComparingInt(RegisteredRequest::registerOrdinal);
  private static final Comparator<@Nullable LocalDate> DATES =
      Comparator.nullsLast(Comparator.naturalOrder());

  private final ReceiptPeriod period;
  private final Map<String, List<ListedDocument>> theirs = new LinkedHashMap<>();
  private final Map<String, List<RegisteredRequest>> ours = new HashMap<>();
  private final Set<String> secretKeys = new HashSet<>();
  private final Map<Integer, String> keys = new HashMap<>();
  private final Set<Integer> pairedRows = new HashSet<>();
  private final Set<UUID> pairedRequests = new HashSet<>();
  private final List<Difference> differing = new ArrayList<>();
  private final List<Difference> corrected = new ArrayList<>();
  private int matched;

  private ListComparison(ReceiptPeriod period) {
    this.period = period;
  }

  /**
   * @param ours requests received within the period and {@link #MARGIN} around it
   * @param key of a document number, equal for every way to write the same one
   */
  public static Comparison of(
      ReceiptPeriod period,
      List<ListedDocument> theirs,
      List<RegisteredRequest> ours,
      Function<String, String> key) {
    ListComparison comparison = new ListComparison(period);
    comparison.index(theirs, ours, key);
    comparison.pair();
    return comparison.result(theirs, ours);
  }

  private void index(
      List<ListedDocument> listed,
      List<RegisteredRequest> registered,
      Function<String, String> key) {
    for (ListedDocument document : listed.stream().sorted(THEIR_ORDER).toList()) {
      if (document.number() != null) {
        String found = key.apply(document.number());
        keys.put(document.row(), found);
        theirs.computeIfAbsent(found, k -> new ArrayList<>()).add(document);
      }
    }
    for (RegisteredRequest request : registered.stream().sorted(OUR_ORDER).toList()) {
      if (request.secret()) {
        secretKeys.addAll(request.keys());
      } else {
        request.keys().forEach(k -> ours.computeIfAbsent(k, n -> new ArrayList<>()).add(request));
      }
    }
  }

  private void pair() {
    theirs.forEach((key, listed) -> {
      List<RegisteredRequest> registered = ours.getOrDefault(key, List.of());
      Map<@Nullable LocalDate, List<ListedDocument>> byDate = new LinkedHashMap<>();
      listed.forEach(d -> byDate.computeIfAbsent(d.date(), n -> new ArrayList<>()).add(d));
      Map<@Nullable LocalDate, List<RegisteredRequest>> ourDates = new HashMap<>();
      registered.forEach(
          r -> ourDates.computeIfAbsent(r.documentDate(), n -> new ArrayList<>()).add(r));
      byDate.forEach((date, documents) -> {
        List<RegisteredRequest> requests = ourDates.getOrDefault(date, List.of());
        pairWithin(documents, requests);
        pairInOrder(left(documents), leftOf(requests));
      });
      pairInOrder(
          left(listed).stream()
              .sorted(Comparator.comparing(ListedDocument::date, DATES).thenComparing(THEIR_ORDER))
              .toList(),
          leftOf(registered).stream()
              .sorted(
                  Comparator.comparing(RegisteredRequest::documentDate, DATES)
                      .thenComparing(OUR_ORDER))
              .toList());
    });
  }

  /**
   * As many pairs as there can be: each request in the order of receipt takes, of the rows whose
   * tolerance it lies within, the one whose tolerance ends first. A day lasts longer than an
   * instant, so the order of beginning alone would waste one.
   *
   * @param documents by {@link #THEIR_ORDER}
   * @param requests by {@link #OUR_ORDER}
   */
  private void pairWithin(List<ListedDocument> documents, List<RegisteredRequest> requests) {
    PriorityQueue<ListedDocument> begun = new PriorityQueue<>(ENDING_FIRST);
    int row = 0;
    for (RegisteredRequest ours : leftOf(requests)) {
      Instant at = ours.receivedAt();
      while (row < documents.size()
          && !documents.get(row).received().first().minus(TOLERANCE).isAfter(at)) {
        begun.add(documents.get(row));
        row++;
      }
      ListedDocument theirs = begun.poll();
      while (theirs != null && theirs.received().last().plus(TOLERANCE).isBefore(at)) {
        theirs = begun.poll();
      }
      if (theirs != null) {
        pairedRows.add(theirs.row());
        pairedRequests.add(ours.requestId());
        matched++;
        noteCorrected(theirs, ours);
      }
    }
  }

  /** A pair that agrees only since ours was corrected is matched, and listed as such. */
  private void noteCorrected(ListedDocument theirs, RegisteredRequest ours) {
    RegisteredRequest.First first = ours.first();
    List<DifferenceCause> causes = new ArrayList<>();
    if (first.otherAgency()) {
      causes.add(DifferenceCause.AGENCY);
    }
    if (first.otherNumber()) {
      causes.add(DifferenceCause.DOCUMENT_NUMBER);
    }
    causes.addAll(causes(theirs, first.documentDate(), first.receivedAt()));
    if (!causes.isEmpty()) {
      corrected.add(difference(DifferenceKind.CORRECTED, causes, theirs, ours));
    }
  }

  private static List<DifferenceCause> causes(
      ListedDocument theirs, @Nullable LocalDate documentDate, Instant receivedAt) {
    List<DifferenceCause> causes = new ArrayList<>();
    if (!Objects.equals(theirs.date(), documentDate)) {
      causes.add(DifferenceCause.DOCUMENT_DATE);
    }
    if (theirs.received().distance(receivedAt).compareTo(TOLERANCE) > 0) {
      causes.add(DifferenceCause.RECEIVED);
    }
    return causes;
  }

  private void pairInOrder(List<ListedDocument> documents, List<RegisteredRequest> requests) {
    for (int i = 0; i < Math.min(documents.size(), requests.size()); i++) {
      ListedDocument theirs = documents.get(i);
      RegisteredRequest ours = requests.get(i);
      pairedRows.add(theirs.row());
      pairedRequests.add(ours.requestId());
      List<DifferenceCause> causes = causes(theirs, ours.documentDate(), ours.receivedAt());
      differing.add(difference(DifferenceKind.DIFFERING, causes, theirs, ours));
    }
  }

  private List<ListedDocument> left(List<ListedDocument> documents) {
    return documents.stream().filter(d -> !pairedRows.contains(d.row())).toList();
  }

  private List<RegisteredRequest> leftOf(List<RegisteredRequest> requests) {
    return requests.stream().filter(r -> !pairedRequests.contains(r.requestId())).toList();
  }

  private Comparison result(List<ListedDocument> listed, List<RegisteredRequest> registered) {
    List<Difference> theirsOnly = new ArrayList<>();
    List<Difference> theirsUnmatchable = new ArrayList<>();
    for (ListedDocument document : listed) {
      String key = keys.get(document.row());
      if (key == null) {
        theirsUnmatchable.add(unmatchable(DifferenceCause.NO_NUMBER, document, null));
      } else if (!pairedRows.contains(document.row()) && secretKeys.contains(key)) {
        theirsUnmatchable.add(unmatchable(DifferenceCause.SECRECY, document, null));
      } else if (!pairedRows.contains(document.row())) {
        theirsOnly.add(difference(DifferenceKind.THEIRS_ONLY, List.of(), document, null));
      }
    }
    List<Difference> oursOnly = new ArrayList<>();
    List<Difference> oursUnmatchable = new ArrayList<>();
    List<RegisteredRequest> within =
        registered.stream().filter(r -> period.contains(r.receivedAt())).sorted(OUR_ORDER).toList();
    for (RegisteredRequest request : within) {
      if (request.secret()) {
        oursUnmatchable.add(unmatchable(DifferenceCause.SECRECY, null, request));
      } else if (request.keys().isEmpty()) {
        oursUnmatchable.add(unmatchable(DifferenceCause.NO_NUMBER, null, request));
      } else if (!pairedRequests.contains(request.requestId())) {
        oursOnly.add(difference(DifferenceKind.OURS_ONLY, List.of(), null, request));
      }
    }
    List<Difference> all = new ArrayList<>(differing);
    all.sort(Comparator.comparing(d -> Objects.requireNonNull(d.row())));
    corrected.sort(Comparator.comparing(d -> Objects.requireNonNull(d.row())));
    List.of(theirsOnly, oursOnly, theirsUnmatchable, oursUnmatchable, corrected)
        .forEach(all::addAll);
    return new Comparison(
        listed.size(),
        within.size(),
        matched,
        differing.size(),
        theirsOnly.size(),
        oursOnly.size(),
        theirsUnmatchable.size(),
        oursUnmatchable.size(),
        all);
  }

  private static Difference unmatchable(
      DifferenceCause cause, @Nullable ListedDocument theirs, @Nullable RegisteredRequest ours) {
    return difference(DifferenceKind.UNMATCHABLE, List.of(cause), theirs, ours);
  }

  private static Difference difference(
      DifferenceKind kind,
      List<DifferenceCause> causes,
      @Nullable ListedDocument theirs,
      @Nullable RegisteredRequest ours) {
    return new Difference(
        kind,
        List.copyOf(causes),
        theirs == null ? null : theirs.row(),
        theirs == null ? null : theirs.number(),
        theirs == null ? null : theirs.date(),
        theirs == null ? null : theirs.received().text(),
        ours == null ? null : ours.requestId(),
        ours == null ? null : ours.registerNumber(),
        ours == null ? null : ours.documentDate(),
        ours == null ? null : ours.receivedAt());
  }
}
