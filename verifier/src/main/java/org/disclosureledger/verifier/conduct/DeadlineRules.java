package org.disclosureledger.verifier.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.disclosureledger.verifier.conduct.EventType.Step;
import org.disclosureledger.verifier.conduct.Policies.Asked;
import org.disclosureledger.verifier.conduct.Policies.Clocks;
import org.disclosureledger.verifier.conduct.Policies.Earliest;
import org.disclosureledger.verifier.conduct.Policies.Purpose;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/** Due times, computed again from the policy that the ledger holds (DOMAIN §3). */
final class DeadlineRules {
  private DeadlineRules() {}

  private enum Cause {
    RECORDING,
    EXTENSION,
    RECOMPUTATION
  }

  private enum Basis {
    POLICY,
    STATED,
    EXTENSION,
    DEFAULT,
    NONE
  }

  /** To confirm an oral emergency in writing, where no row of policy says (DOMAIN §1). */
  private static final long CONFIRM_WITHIN_HOURS = 24;

  /** What is prepared in time may be appended a little later; what is approved may not. */
  static final Duration APPENDING = Duration.ofMinutes(1);

  static void set(RequestState state, Event event, Context context) {
    EventData data = event.data();
    Purpose purpose = data.code("purpose", Purpose.class, Purpose.ANSWER);
    Cause cause = data.code("cause", Cause.class, Cause.RECORDING);
    Basis basis = data.code("basis", Basis.class);
    Instant due = data.optionalTime("due");
    if (cause == Cause.RECORDING && isSetAlready(state, purpose)) {
      context.breach(
          event, Rule.DEADLINE_AGAIN, "a due time of the recording once", purpose.toString());
      return;
    }
    if ((cause == Cause.EXTENSION) != (basis == Basis.EXTENSION)) {
      context.breach(
          event, Rule.DEADLINE_BASIS, "cause and basis EXTENSION", cause + " and " + basis);
    } else if (basis == Basis.EXTENSION && purpose != Purpose.ANSWER) {
      state.extension = null;
      context.breach(
          event, Rule.DEADLINE_BASIS, "purpose ANSWER of an extension", purpose.toString());
      return;
    } else if (basis == Basis.EXTENSION) {
      extension(state, event, due, context);
    } else {
      computed(state, event, purpose, basis, due, context);
    }
    if (cause == Cause.RECOMPUTATION && purpose == Purpose.ANSWER && state.extended) {
      context.breach(
          event, Rule.DEADLINE_PUT_OFF, "the extension to " + shown(state.due), shown(due));
    }
    remember(state, event, purpose, due, context);
  }

  private static String shown(@Nullable Instant due) {
    return due == null ? "no time" : Shown.time(due);
  }

  /** A due time of the answer that is counted again. */
  static boolean isRecount(Event event) {
    return event.type() == EventType.DEADLINE_SET
        && event.data().code("cause", Cause.class, Cause.RECORDING) == Cause.RECOMPUTATION;
  }

  /** The first version knew no other cause. */
  static boolean isOfRecording(Event event) {
    return event.data().code("cause", Cause.class, Cause.RECORDING) == Cause.RECORDING;
  }

  /** A due time of a confirmation, which the first version did not know. */
  static boolean isToConfirmBy(Event event) {
    return event.type() == EventType.DEADLINE_SET
        && event.data().code("purpose", Purpose.class, Purpose.ANSWER)
            == Purpose.CONFIRM_IN_WRITING;
  }

  private static boolean isSetAlready(RequestState state, Purpose purpose) {
    return state.recording == null
        || (purpose == Purpose.ANSWER ? state.answerDueSet : state.confirmDueSet);
  }

  private static void remember(
      RequestState state, Event event, Purpose purpose, @Nullable Instant due, Context context) {
    if (purpose == Purpose.CONFIRM_IN_WRITING) {
      state.confirmDueSet = true;
      state.owing = null;
      if (due != null) {
        EmergencyRules.confirmBy(state, event, due, context);
      }
      return;
    }
    state.answerDueSet = true;
    Cause cause = event.data().code("cause", Cause.class, Cause.RECORDING);
    if (cause == Cause.RECOMPUTATION) {
      context.recounts.counting(state.dueSetAt);
    }
    boolean extension = cause == Cause.EXTENSION;
    Instant before = state.due;
    // One that comes too late is found, and moves nothing.
    if (!extension || before == null || event.recordedTime().isBefore(before)) {
      state.due = due;
      state.dueSetAt = event.place();
      state.extended = extension;
    }
  }

  private static Earliest earliest(RequestState state, Asked asked, Context context) {
    return context.policies.earliest(asked, state.kinds(), context.calendar);
  }

  /**
   * As it was first recorded; but only an emergency is confirmed, if by a correction. A
   * confirmation does not wait for what the agency means, and at the recording nothing was asked.
   */
  private static Asked asked(RequestState state, Event event, Purpose purpose) {
    boolean emergency = purpose == Purpose.CONFIRM_IN_WRITING || state.emergency;
    boolean pauses = purpose == Purpose.ANSWER && !isOfRecording(event);
    return new Asked(purpose, emergency, state.receivedAt, pauses ? state.pauses() : List.of());
  }

  private static void computed(
      RequestState state,
      Event event,
      Purpose purpose,
      Basis basis,
      @Nullable Instant due,
      Context context) {
    if (!context.policies.isKnown() || (!isOfRecording(event) && state.hasTooManyPauses())) {
      context.tally.dueTimes++;
    } else if (basis == Basis.POLICY) {
      byPolicy(state, event, purpose, context);
    } else {
      withoutPolicy(state, event, purpose, basis, due, context);
    }
  }

  private static void byPolicy(RequestState state, Event event, Purpose purpose, Context context) {
    EventData data = event.data();
    UUID policy = data.uuid("policy");
    if (!policy.equals(context.policies.latest())) {
      context.breach(
          event,
          Rule.DEADLINE_POLICY,
          "the policy adopted last, " + context.policies.latest(),
          policy.toString());
      return;
    }
    String id = data.text("row");
    Policies.Row row = context.policies.row(id);
    int ordinal = data.ordinal("item");
    Item item = state.item(ordinal);
    Asked asked = asked(state, event, purpose);
    if (row == null || item == null || !row.appliesTo(asked, item.kind)) {
      context.breach(
          event,
          Rule.DEADLINE_ROW,
          "a row for %s of item %d".formatted(purpose, ordinal),
          row == null ? "no row " + id : "row " + id);
      return;
    }
    if (isCountedBy(row, state, event, asked, context)) {
      first(state, event, asked, context);
    }
  }

  private static boolean isCountedBy(
      Policies.Row row, RequestState state, Event event, Asked asked, Context context) {
    if (!row.byCalendar()) {
      return dueOf(state, event, Objects.requireNonNull(row.hours()), context);
    }
    EventData data = event.data();
    UUID named = data.optionalUuid("calendar");
    UUID latest = context.calendar.latest();
    if (context.calendar.isKnown() && (named == null || !named.equals(latest))) {
      context.breach(
          event,
          Rule.DEADLINE_CALENDAR,
          latest == null
              ? "none, as there is no calendar"
              : "the calendar imported last, " + latest,
          String.valueOf(named));
      return false;
    }
    Instant due = context.calendar.isKnown() ? row.due(new Clocks(asked, context.calendar)) : null;
    boolean counts = data.number("hours", 0) == orNone(row.hours());
    counts &= data.number("workingDays", 0) == orNone(row.workingDays());
    counts &= data.time("startsAt").equals(state.receivedAt);
    counts &= !context.calendar.isKnown() || data.time("due").equals(due);
    if (!counts) {
      context.breach(event, Rule.DEADLINE_DUE, expected(row, state, due), counted(data));
    }
    return counts;
  }

  private static String expected(Policies.Row row, RequestState state, @Nullable Instant due) {
    return "%s from %s, %s"
        .formatted(
            row.workingDays() == null
                ? row.hours() + " working hours"
                : row.workingDays() + " working days",
            Shown.time(state.receivedAt),
            due == null ? "as the calendar has it" : Shown.time(due));
  }

  private static long orNone(@Nullable Long number) {
    return number == null ? 0 : number;
  }

  private static boolean dueOf(RequestState state, Event event, long hours, Context context) {
    EventData data = event.data();
    Instant due = state.receivedAt.plus(Duration.ofHours(hours));
    boolean holds =
        data.number("hours", 0) == hours
            && data.time("startsAt").equals(state.receivedAt)
            && data.time("due").equals(due);
    if (!holds) {
      context.breach(
          event,
          Rule.DEADLINE_DUE,
          "%d h from %s, %s".formatted(hours, Shown.time(state.receivedAt), Shown.time(due)),
          "%s from %s, %s".formatted(counted(data), data.text("startsAt"), data.text("due")));
    }
    return holds;
  }

  private static String counted(EventData data) {
    String number =
        data.has("hours")
            ? data.number("hours") + " h"
            : data.number("workingDays", 0) + " working days";
    return data.has("calendar")
        ? "%s from %s, %s".formatted(number, data.text("startsAt"), data.text("due"))
        : number;
  }

  private static void first(RequestState state, Event event, Asked asked, Context context) {
    Earliest earliest = earliest(state, asked, context);
    Instant due = earliest.due();
    if (due != null && due.isBefore(event.data().time("due"))) {
      context.breach(event, Rule.DEADLINE_NOT_EARLIEST, Shown.time(due), event.data().text("due"));
    } else if (earliest.calendar()) {
      context.tally.dueTimes++;
    }
  }

  private static void withoutPolicy(
      RequestState state,
      Event event,
      Purpose purpose,
      Basis basis,
      @Nullable Instant due,
      Context context) {
    Instant stated = state.dueStated;
    if (!earliest(state, asked(state, event, purpose), context).none()) {
      context.breach(event, Rule.DEADLINE_BASIS, "basis POLICY", "basis " + basis);
    } else if ((purpose == Purpose.CONFIRM_IN_WRITING) != (basis == Basis.DEFAULT)) {
      String expected = purpose == Purpose.CONFIRM_IN_WRITING ? "basis DEFAULT" : "another basis";
      context.breach(event, Rule.DEADLINE_BASIS, expected, "basis " + basis);
    } else if (basis == Basis.DEFAULT) {
      dueOf(state, event, CONFIRM_WITHIN_HOURS, context);
    } else if (stated == null ? basis == Basis.STATED : basis == Basis.NONE) {
      String expected = stated == null ? "basis NONE" : "basis STATED";
      context.breach(event, Rule.DEADLINE_BASIS, expected, "basis " + basis);
    } else if (stated != null && !stated.equals(due)) {
      context.breach(event, Rule.DEADLINE_STATED, Shown.time(stated), event.data().text("due"));
    }
  }

  private static void extension(
      RequestState state, Event event, @Nullable Instant due, Context context) {
    UUID named = event.data().uuid("extension");
    RequestState.Extension approved = state.extension;
    state.extension = null;
    if (approved == null || !approved.id().equals(named) || !approved.due().equals(due)) {
      context.breach(
          event,
          Rule.DEADLINE_EXTENSION,
          approved == null
              ? "an extension approved directly before"
              : approved.id() + " to " + Shown.time(approved.due()),
          named + " to " + shown(due));
    }
    Instant replaced = state.due;
    // One that was approved too late is found there.
    if (approved != null
        && replaced != null
        && approved.recordedTime().isBefore(replaced)
        && !event.recordedTime().isBefore(replaced)) {
      context.breach(
          event,
          Rule.EXTENSION_LATE,
          "recorded before " + Shown.time(replaced),
          Shown.time(event.recordedTime()));
    }
  }

  /** Recorded in time, at either step, and to a later time. */
  static void mayExtend(RequestState state, OpenAct.Extension extension, Objections objections) {
    Instant replaced = state.due;
    Event event = objections.event();
    if (replaced == null) {
      objections.breach(Rule.EXTENSION_LATE, "a due time to extend", null);
      return;
    }
    Instant before = event.type().step() == Step.PREPARED ? replaced.plus(APPENDING) : replaced;
    boolean late = !event.recordedTime().isBefore(before);
    if (late || !extension.due().isAfter(replaced)) {
      objections.breach(
          new Objections.Flaw(Rule.EXTENSION_LATE, late ? "in time" : "later", null),
          "recorded before %s, to later than that".formatted(Shown.time(replaced)),
          "recorded %s, to %s"
              .formatted(Shown.time(event.recordedTime()), Shown.time(extension.due())));
    }
  }

  /** extension.approved. */
  static void extended(RequestState state, Event event, OpenAct.Extension extension) {
    state.extension =
        new RequestState.Extension(
            event.place(), event.id(), extension.due(), event.recordedTime());
  }

  /** Something else follows an approved extension, or nothing. */
  static void extensionComplete(RequestState state, Context context) {
    RequestState.Extension extension = state.extension;
    if (extension != null) {
      state.extension = null;
      context.breach(
          extension.place(),
          Rule.EXTENSION_WITHOUT_DEADLINE,
          "deadline.set to " + Shown.time(extension.due()),
          null);
    }
  }
}
