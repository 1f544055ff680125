package org.disclosureledger.verifier.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.verifier.report.Rule;

/** Emergencies: who may speak for one, and the written confirmation of an oral one. */
final class EmergencyRules {
  /** How late the timer of a service that runs may write down what was missed. */
  static final Duration TIMER = Duration.ofHours(1);

  private EmergencyRules() {}

  static void accepted(RequestState state, Objections objections) {
    if (!state.emergencyCorrected) {
      objections.breach(Rule.EMERGENCY_NOT_CLAIMED, "an emergency", "no emergency");
    } else if (state.authority == RequestState.Authority.VERIFIED
        && !state.byCall
        && (state.oral || !state.restsOnSignature)) {
      // What was said over the telephone bears no signature.
      String expected = "a call to a contact" + (state.oral ? "" : ", or a signature");
      objections.breach(Rule.EMERGENCY_VERIFICATION, expected, null);
    }
  }

  static void acceptedAsOrdinary(RequestState state, Objections objections) {
    if (state.oral && !state.confirmed) {
      objections.breach(Rule.ORAL_NOT_CONFIRMED, "a demand in writing", "an oral one");
    }
  }

  /** writing.confirmed: of what was said, once; however late, and that it was late is seen. */
  static void confirmed(RequestState state, Event event, Context context) {
    if (!state.said || state.confirmed) {
      context.breach(
          event,
          Rule.WRITING_CONFIRMED_NEEDLESS,
          "an oral emergency not yet confirmed",
          state.said ? "confirmed before" : "no oral emergency");
    }
    overdue(state, context);
    state.confirmed = true;
  }

  /** writing.missed: only of what was due, after that, and once. */
  static void missed(RequestState state, Event event, Context context) {
    Instant confirmBy = event.data().time("confirmBy");
    UUID deadline = event.data().uuid("deadline");
    RequestState.Confirmation awaited = state.confirmation;
    if (awaited == null || !awaited.id().equals(deadline) || !awaited.due().equals(confirmBy)) {
      context.breach(
          event,
          Rule.WRITING_MISSED_DEADLINE,
          awaited == null
              ? "a due time to confirm by"
              : awaited.id() + " of " + Shown.time(awaited.due()),
          deadline + " of " + Shown.time(confirmBy));
    } else if (state.confirmed || state.missed || state.isRefused() || !state.oral) {
      context.breach(event, Rule.WRITING_MISSED_NEEDLESS, "nothing", why(state));
    } else if (event.recordedTime().isBefore(awaited.due())) {
      context.breach(
          event,
          Rule.WRITING_MISSED_EARLY,
          "not before " + Shown.time(awaited.due()),
          Shown.time(event.recordedTime()));
    }
    state.missed = true;
  }

  /**
   * request.reopened: what was missed stays missed; what was owed by nobody is owed from now on.
   */
  static void reopened(RequestState state, Event event, Context context) {
    overdue(state, context);
    if (state.isRefused()) {
      state.reopenedAt = event.recordedTime();
    }
  }

  /** deadline.set: another due time to confirm by takes nothing back that was missed before. */
  static void confirmBy(RequestState state, Event event, Instant due, Context context) {
    RequestState.Confirmation before = state.confirmation;
    overdue(state, context);
    if (before == null) {
      state.confirmation =
          new RequestState.Confirmation(event.place(), event.id(), due, event.recordedTime());
      awaited(state, event, due, context);
    } else if (event.recordedTime().isBefore(before.due())) {
      state.confirmation =
          new RequestState.Confirmation(event.place(), event.id(), due, before.setAt());
      awaited(state, event, due, context);
    }
  }

  private static void awaited(RequestState state, Event event, Instant due, Context context) {
    if (due.isAfter(event.recordedTime())) {
      state.dueReachedAt = null;
      context.dueTimes.await(due, state);
    } else {
      state.dueReachedAt = event.recordedTime();
    }
  }

  /** correction.approved: what was said, and turns out to be an emergency, owes a paper as well. */
  static void corrected(RequestState state, Event event) {
    if (!state.said && state.emergencyCorrected && RecordingRules.isSaid(state)) {
      state.said = true;
      state.oral = true;
      // An unknown entry may have corrected the channel, too.
      state.owing = state.uncertain ? null : event.place();
    }
  }

  /** Something else follows such a correction, or nothing. */
  static void debtComplete(RequestState state, Context context) {
    Place owing = state.owing;
    if (owing != null) {
      state.owing = null;
      context.breach(
          owing, Rule.DEADLINE_MISSING, "deadline.set, purpose CONFIRM_IN_WRITING", null);
    }
  }

  /** Whether a paper is still to come, or to be missed. */
  static boolean isOwed(RequestState state) {
    return state.oral && !state.isRefused() && !state.confirmed && !state.missed;
  }

  private static String why(RequestState state) {
    if (state.missed) {
      return "missed before";
    }
    if (!state.oral) {
      return "no oral emergency";
    }
    return state.confirmed ? "confirmed before" : "refused or cancelled before";
  }

  /** At the end of the ledger, and before anything that makes the confirmation needless. */
  static void overdue(RequestState state, Context context) {
    RequestState.Confirmation awaited = state.confirmation;
    Instant reached = state.dueReachedAt;
    if (awaited == null || reached == null || !isOwed(state) || state.overdueTold) {
      return;
    }
    // What nobody can read may have confirmed it, or erased the request before it was due.
    if (state.mayBeErased || context.lost.mayBeOf(state)) {
      return;
    }
    // What is recorded, or opens again, after its due time is missed from then on; and a service
    // that stood still over it can say so only when it runs again.
    Instant since =
        Stream.of(reached, awaited.setAt(), state.reopenedAt)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    if (since.plus(TIMER).isBefore(context.newest)) {
      state.overdueTold = true;
      context.breach(
          awaited.place(),
          Rule.WRITING_OVERDUE,
          "writing.confirmed or writing.missed after " + Shown.time(awaited.due()),
          "neither by " + Shown.time(context.newest));
    }
  }
}
