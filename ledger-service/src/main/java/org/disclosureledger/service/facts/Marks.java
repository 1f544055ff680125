package org.disclosureledger.service.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.request.HandedPart;
import org.disclosureledger.service.request.ItemProgress;
import org.disclosureledger.service.request.ItemState;
import org.disclosureledger.service.request.OpenAct;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.Period;
import org.disclosureledger.service.request.event.AuthorityRefuted;
import org.disclosureledger.service.request.event.AuthorityVerified;
import org.disclosureledger.service.request.event.ClarificationAsked;
import org.disclosureledger.service.request.event.ClarificationReceived;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.DeliveryDispatched;
import org.disclosureledger.service.request.event.DeliveryFailed;
import org.disclosureledger.service.request.event.ErrorRecorded;
import org.disclosureledger.service.request.event.ExtensionApproved;
import org.disclosureledger.service.request.event.MeasureApproved;
import org.disclosureledger.service.request.event.NoDataApproved;
import org.disclosureledger.service.request.event.RecordedChanges;
import org.disclosureledger.service.request.event.RefusalApproved;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RequestCancelled;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.request.event.RequestReopened;
import org.disclosureledger.service.request.event.RequestingAgency;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.Measure;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.jspecify.annotations.Nullable;

/**
 * What figures need beside a request's state, for no decision rests on it: when the ledger took
 * what, why items were refused, when it waited. All instants are milliseconds since 1970; {@code
 * schemas/REPORTS.md} §2 says what each is.
 */
final class Marks {
  /** When the ledger took an item's end, and why it was refused. */
  record End(long recorded, List<RefusalGround> grounds) {}

  /** What a prepared act says that its approval will need. */
  record Pending(
      UUID prepared,
      List<RefusalGround> grounds,
      @Nullable String agency,
      @Nullable String agencyKind,
      @Nullable ErrorSeverity severity) {}

  long recorded;
  String agency = "";
  String agencyKind = "";
  boolean emergency;
  boolean refuted;
  boolean unreadable;
  @Nullable Long cancelled;
  @Nullable Long replied;
  @Nullable Pending pending;
  // When questions were asked that wait, and those that were answered, each with its end.
  List<Long> asked = new ArrayList<>();
  List<Long> pauseFrom = new ArrayList<>();
  List<Long> pauseTo = new ArrayList<>();
  SortedMap<Integer, End> ends = new TreeMap<>();
  List<Long> closes = new ArrayList<>();
  List<Long> reopens = new ArrayList<>();
  List<Long> partAt = new ArrayList<>();
  List<Integer> partItem = new ArrayList<>();
  List<Boolean> partBeyond = new ArrayList<>();
  List<Long> reportable = new ArrayList<>();
  List<Long> recordable = new ArrayList<>();

  /** Takes what the event adds. */
  void take(EventHeader header, RequestEvent event, RequestState before, RequestState after) {
    long now = header.recordedTime().toEpochMilli();
    long time = header.time().toEpochMilli();
    switch (event) {
      case RequestRecorded recording -> recorded(recording, now);
      case AuthorityVerified _ -> refuted = false;
      case AuthorityRefuted _ -> refuted = true;
      case ClarificationAsked _ -> {
        asked.add(time);
        replied(time);
      }
      case ClarificationReceived _ -> resumed(time);
      case RefusalPrepared refusal ->
          pending = new Pending(header.id(), refusal.grounds(), null, null, null);
      case CorrectionPrepared correction -> pending = pending(header.id(), correction);
      case RefusalApproved _, NoDataApproved _, MeasureApproved _, ExtensionApproved _ ->
          replied(time);
      case DeliveryDispatched _ -> {
        replied(time);
        handed(before, now);
      }
      case CorrectionApproved approved -> corrected(approved.prepared(), now);
      case ErrorRecorded error -> erred(error.severity(), now);
      case RequestCancelled _ -> {
        cancelled = now;
        resumed(time);
      }
      case RequestReopened _ -> cancelled = null;
      default -> {
        // Nothing else but the state changes.
      }
    }
    ends(event, now, before, after);
    standing(now, before, after);
  }

  private void recorded(RequestRecorded event, long now) {
    recorded = now;
    emergency = event.emergency();
    agency(event.requestingAgency());
  }

  private void agency(RequestingAgency named) {
    agency = code(named);
    agencyKind = named.kind().name();
  }

  private static String code(RequestingAgency named) {
    return named.code().toUpperCase(Locale.ROOT);
  }

  private static Pending pending(UUID id, CorrectionPrepared event) {
    RecordedChanges changes = event.changes();
    RequestingAgency named = changes == null ? null : changes.requestingAgency();
    return new Pending(
        id,
        List.of(),
        named == null ? null : code(named),
        named == null ? null : named.kind().name(),
        event.severity());
  }

  private void corrected(UUID prepared, long now) {
    Pending act = pending;
    if (act == null || !act.prepared().equals(prepared)) {
      throw new IllegalStateException("the state has let an unknown correction pass");
    }
    agency = Objects.requireNonNullElse(act.agency(), agency);
    agencyKind = Objects.requireNonNullElse(act.agencyKind(), agencyKind);
    erred(Objects.requireNonNull(act.severity()), now);
  }

  private void erred(ErrorSeverity severity, long now) {
    (severity == ErrorSeverity.REPORTABLE ? reportable : recordable).add(now);
  }

  private void replied(long time) {
    replied = replied == null ? time : Math.min(replied, time);
  }

  private void resumed(long time) {
    for (long from : asked) {
      if (from < time) {
        pauseFrom.add(from);
        pauseTo.add(time);
      }
    }
    asked.clear();
  }

  /** The parts that go out, each held against what was approved and has gone out before it. */
  private void handed(RequestState before, long now) {
    if (!(before.open() instanceof OpenAct.Delivery act)) {
      return;
    }
    Map<Integer, Long> out = new TreeMap<>();
    for (HandedPart part : act.items()) {
      ItemProgress item = before.item(part.item()).orElseThrow();
      long records =
          out.merge(part.item(), part.recordCount(), Long::sum) + item.handed().records();
      partAt.add(now);
      partItem.add(part.item());
      partBeyond.add(beyond(item.approved(), part, records));
    }
  }

  private static boolean beyond(@Nullable ItemScope approved, HandedPart part, long records) {
    if (approved == null) {
      return true;
    }
    Period period = approved.period();
    Long maximum = approved.maximumRecords();
    // Naming no target means all of them, which goes beyond any that were named.
    boolean targets =
        approved.targets().containsAll(part.targets())
            && approved.targets().isEmpty() == part.targets().isEmpty();
    boolean fields = approved.fields().containsAll(part.fields());
    boolean time = period == null || (part.period() != null && period.contains(part.period()));
    return !targets || !fields || !time || (maximum != null && records > maximum);
  }

  private void ends(RequestEvent event, long now, RequestState before, RequestState after) {
    List<Integer> anew = endedBy(event, before);
    for (ItemProgress item : after.items()) {
      ItemProgress was = before.item(item.ordinal()).orElse(null);
      if (item.equals(was) && !anew.contains(item.ordinal())) {
        continue;
      }
      boolean kept = event instanceof DeliveryFailed || item.state() == ItemState.LIFTED;
      if (!ended(item)) {
        ends.remove(item.ordinal());
      } else if (!kept || !ends.containsKey(item.ordinal())) {
        ends.put(item.ordinal(), new End(now, grounds(item.state())));
      }
    }
  }

  /** What is ended again as it was, at the time that it was, is ended by the later entry. */
  private static List<Integer> endedBy(RequestEvent event, RequestState before) {
    return switch (event) {
      case RefusalApproved _ when before.open() instanceof OpenAct.Refusal act -> act.items();
      case NoDataApproved _ when before.open() instanceof OpenAct.NoData act -> act.items();
      case MeasureApproved _
          when before.open() instanceof OpenAct.MeasureTaken act
              && act.measure() != Measure.RESTORE ->
          List.of(act.item());
      default -> List.of();
    };
  }

  private List<RefusalGround> grounds(ItemState end) {
    Pending act = pending;
    return act == null || end != ItemState.REJECTED ? List.of() : act.grounds();
  }

  private void standing(long now, RequestState before, RequestState after) {
    if (before.exists() && isStanding(before) != isStanding(after)) {
      (isStanding(after) ? reopens : closes).add(now);
    }
  }

  /** Whether not every item has an end. */
  static boolean isStanding(RequestState state) {
    return !state.items().stream().allMatch(Marks::ended);
  }

  static boolean ended(ItemProgress item) {
    return item.state().terminal();
  }
}
