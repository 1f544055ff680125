package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.verifier.conduct.EventType.Family;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Replays every stream by the domain's rules and says where people did not keep them. Its rules are
 * its own: they know the events, not the program that wrote them. Memory: a state a stream, which
 * for a request is its items with what was asked and approved, what waits for a second person, its
 * deliveries and documents, and 24 bytes an event; at worst some three times the data that says so.
 * Of the data itself no more is kept than one entry's.
 */
public final class Conduct {
  private static final Set<String> ELSEWHERE =
      Set.of(
          "org.disclosureledger.ledger.opened.v1",
          "org.disclosureledger.ledger.opened.v2",
          "org.disclosureledger.key.enrolled.v1",
          "org.disclosureledger.key.retired.v1");

  private final Map<StreamId, StreamState> streams = new HashMap<>();
  private final Context context;

  /** The request that the entry before belongs to: its append may go on. */
  private @Nullable RequestState appending;

  public Conduct(Breaches breaches) {
    this.context = new Context(breaches, streams);
  }

  /**
   * The next entry of the ledger.
   *
   * @param slots how many commitments stand in it
   * @param readable false if {@code data} does not fit its schema or the type's schema is another
   */
  public void entry(Place place, EntryPayload payload, int slots, boolean readable) {
    context.dueTimes.reached(payload.recordedTime());
    context.recounts.reached(payload.recordedTime());
    StreamState state =
        isOfAnotherGrade(payload.type())
            ? null
            : streams.computeIfAbsent(payload.subject(), Conduct::begin);
    if (appending != state) {
      appendEnds();
    }
    context.judged = state;
    notAhead(place, payload);
    if (state != null) {
      judge(state, place, payload, slots, readable);
    }
    // Judged or not: it may have turned into one that cannot be.
    boolean goesOn = state instanceof RequestState && streams.get(payload.subject()) == state;
    appending = goesOn ? (RequestState) state : null;
    if (payload.recordedTime().isAfter(context.newest)) {
      context.newest = payload.recordedTime();
    }
  }

  /** An entry came that cannot be read at all, of whatever stream. */
  public void malformed() {
    context.tally.unreadable++;
    context.lost.more();
    context.policies.lost();
    context.calendar.lost();
    context.retention.lost();
    context.recounts.lost();
    if (appending != null) {
      appending.forgetAppend();
      appending = null;
    }
  }

  /** Entries of an append are neighbours in the log. */
  private void appendEnds() {
    if (appending != null) {
      context.judged = appending;
      RequestRules.complete(appending, context);
      appending = null;
    }
  }

  private void judge(
      StreamState state, Place place, EntryPayload payload, int slots, boolean readable) {
    EventType type = EventType.of(payload.type());
    if (type == null || !type.isOfFirstRelease(payload.type())) {
      // Who writes this writes requests in their second version too.
      context.recordedVersion = Math.max(context.recordedVersion, 2);
    }
    if (state instanceof UncheckedState) {
      lostPolicy(payload);
      return;
    }
    if (!state.follows(payload.streamSequence(), context.lost)) {
      unreadable(payload);
      if (!replacesAllBefore(payload)) {
        return;
      }
    }
    state.slots += slots;
    if (type == null) {
      unknown(state, payload);
      return;
    }
    if (!readable) {
      unreadable(payload);
      return;
    }
    try {
      Event event = new Event(place, type, payload, EventData.parse(payload.data()));
      judge(state, event);
    } catch (Unreadable e) {
      String expected = type.code() + " as its schema means it";
      context.breach(place, Rule.DATA_UNREADABLE, expected, e.getMessage());
      unreadable(payload);
    }
  }

  /** Key events and the ledger's opening are judged with the keys. */
  private static boolean isOfAnotherGrade(String type) {
    return ELSEWHERE.contains(type);
  }

  private static StreamState begin(StreamId subject) {
    if (Family.REQUEST.isOf(subject.value())) {
      return new RequestState();
    }
    if (Family.OVERSIGHT.isOf(subject.value())) {
      return new OversightState();
    }
    if (Family.ACCESS.isOf(subject.value())) {
      return new AccessState();
    }
    if (Family.REPORT.isOf(subject.value())) {
      return new ReportState();
    }
    return Family.AGENCY.isOf(subject.value()) ? new AgencyState() : new PlainState();
  }

  /** What cannot be read of calendars is over with the next one, here as in figures. */
  private static boolean replacesAllBefore(EntryPayload payload) {
    return Family.CALENDAR.isOf(payload.subject().value());
  }

  private void unreadable(EntryPayload payload) {
    if (!replacesAllBefore(payload)) {
      streams.put(payload.subject(), UncheckedState.INSTANCE);
    }
    context.tally.unreadable++;
    lostPolicy(payload);
    RequestState beside = context.requestBeside(payload.subject());
    if (beside != null) {
      beside.mayBeErased = true;
    }
  }

  /** From here on much is excused, but not all. */
  private void unknown(StreamState state, EntryPayload payload) {
    if (!state.uncertain) {
      state.uncertain = true;
      context.tally.unknownTypes++;
    }
    if (state instanceof RequestState request) {
      request.forgetAppend();
      request.open.doubt();
      request.ids.add(payload.id());
    } else if (state instanceof OversightState oversight) {
      oversight.open.doubt();
      oversight.ids.add(payload.id());
    }
    lostPolicy(payload);
    if (state instanceof ReportState report) {
      // What comes now is of another append, or of one that may hold anything.
      report.listing = null;
    }
    RequestState beside = context.requestBeside(payload.subject());
    if (beside != null) {
      ErasureRules.maybe(beside, context);
    }
  }

  /** What cannot be judged in the streams of what due times and erasures rest on may replace it. */
  private void lostPolicy(EntryPayload payload) {
    String subject = payload.subject().value();
    if (Family.POLICY.isOf(subject)) {
      context.policies.lost();
      context.recounts.lost();
    }
    if (Family.CALENDAR.isOf(subject)) {
      context.calendar.lost();
      context.recounts.lost();
    }
    if (Family.RETENTION.isOf(subject)) {
      context.retention.lost();
    }
  }

  private void notAhead(Place place, EntryPayload payload) {
    Instant latest = payload.recordedTime().plus(FormatLimits.CLAIMED_TIME_LEAD);
    if (payload.time().isAfter(latest)) {
      context.breach(
          place, Rule.TIME_AHEAD, "at most " + Shown.time(latest), Shown.time(payload.time()));
    }
  }

  private void judge(StreamState state, Event event) {
    if (!event.type().family().isOf(event.subject())) {
      context.breach(
          event, Rule.EVENT_STREAM, "a stream of its own kind", "stream " + event.subject());
      return;
    }
    FourEyes.mayDo(event, context);
    if (beginning(state, event)) {
      switch (state) {
        case RequestState request -> RequestRules.apply(request, event, context);
        case AgencyState agency -> AgencyRules.apply(agency, event, context);
        case OversightState oversight -> OversightRules.apply(oversight, event, context);
        case AccessState access -> AccessRules.apply(access, event, context);
        case ReportState report -> ReportRules.apply(report, event, context);
        default -> plain(event);
      }
    }
    if (state instanceof RequestState request) {
      request.ids.add(event.id());
    } else if (state instanceof OversightState oversight) {
      oversight.ids.add(event.id());
      if (event.type().begins()) {
        oversight.recorded.add(event.id());
      }
    }
  }

  private void plain(Event event) {
    if (event.type() == EventType.POLICY_ADOPTED) {
      context.policies.adopted(event.id(), event.data());
      adopted(event);
    } else if (event.type() == EventType.CALENDAR_IMPORTED) {
      context.calendar.imported(event.id(), event.data());
      adopted(event);
    } else if (event.type() == EventType.RETENTION_ADOPTED) {
      context.retention.adopted(event.id(), event.data());
      context.retention.noneOverlap(event, context);
    } else if (event.type() == EventType.RECONCILIATION_RECORDED) {
      ReconciliationRules.recorded(event, context);
    }
  }

  private void adopted(Event event) {
    context.recounts.adopted(event, context.policies, context.calendar);
  }

  /** False if the event begins what has begun, or goes on with what has not: it then counts not. */
  private boolean beginning(StreamState state, Event event) {
    boolean begun =
        switch (state) {
          case RequestState request -> request.isBegun();
          case AgencyState agency -> agency.code != null;
          case OversightState oversight -> oversight.isBegun();
          case ReportState report -> report.begun;
          case PlainState plain -> plain.begun;
          case AccessState _ -> true;
          case UncheckedState unchecked -> throw new IllegalStateException("not judged");
        };
    if (event.type().needsNoBeginning()) {
      return true;
    }
    if (begun && event.type().begins()) {
      context.breach(event, Rule.STREAM_BEGUN_AGAIN, "a beginning once", event.type().code());
      return false;
    }
    if (!begun && !event.type().begins()) {
      context.breach(event, Rule.STREAM_NOT_BEGUN, "its beginning first", event.type().code());
      // An unknown entry may have begun it.
      return state.uncertain;
    }
    if (state instanceof PlainState plain) {
      plain.begun = true;
    } else if (state instanceof ReportState report) {
      report.begun = true;
    }
    return true;
  }

  /** To be called once, after the head's last entry: what should have come by then? */
  public void end() {
    appendEnds();
    for (StreamState state : streams.values()) {
      // Of an erased request nobody can write anything any more.
      if (state instanceof RequestState request && request.isBegun() && !request.erased) {
        context.judged = request;
        EmergencyRules.overdue(request, context);
        context.recounts.demand(request, context);
      } else if (state instanceof ReportState report && !context.lost.mayBeOf(report)) {
        context.judged = report;
        ReportRules.complete(report, context);
      }
    }
  }

  /** Whether there are rules for a type, with its version. */
  public static boolean knows(String type) {
    return EventType.of(type) != null;
  }

  /** Whether a type is one that stands in the streams of requests. */
  public static boolean isOfRequests(String type) {
    EventType known = EventType.of(type);
    return known != null && known.family() == EventType.Family.REQUEST;
  }

  /** The stream of the agency with this code. */
  public static String agencyStream(String code) {
    return AgencyRegister.subject(code);
  }

  /** What was judged so far. */
  public Tally tally() {
    return context.tally;
  }
}
