package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/** While the agency is asked what it means, nothing is accepted or handed over. */
final class ClarificationRules {
  private ClarificationRules() {}

  static void asked(RequestState state, Event event, Context context) {
    if (state.clarification != null) {
      open(state, Objections.to(event, context));
    }
    ClosingRules.mustBeOpen(state, Objections.to(event, context));
    // Pauses follow each other, so that their sum counts no moment twice.
    TimeRules.notBefore(event, state.pausedUntil, context);
    state.clarification = event.id();
    state.clarificationAt = event.time();
  }

  static void received(RequestState state, Event event, Context context) {
    UUID asked = event.data().uuid("asked");
    if (!asked.equals(state.clarification)) {
      context.breach(
          event, Rule.CLARIFICATION_NOT_ASKED, "the open clarification", asked.toString());
    } else {
      TimeRules.notBefore(event, state.clarificationAt, context);
    }
    ended(state, event.time());
  }

  /** By its answer, or with what it was about. */
  static void ended(RequestState state, Instant at) {
    if (state.clarification != null) {
      // Where one was asked before the last was answered, no moment counts twice.
      Instant begin =
          state.clarificationAt.isBefore(state.pausedUntil)
              ? state.pausedUntil
              : state.clarificationAt;
      // A pause of no length is none.
      if (at.isAfter(begin)) {
        state.pausedUntil = at;
        state.paused(new Pause(begin, at));
      }
    }
    state.clarification = null;
  }

  /** Refusing, extending, correcting and giving back need not wait. */
  static void mustNotWait(RequestState state, OpenAct act, Objections objections) {
    boolean waits =
        switch (act.act()) {
          case ACCEPTANCE, EMERGENCY, DELIVERY, NODATA -> true;
          case MEASURE -> !act.isRestore();
          case REFUSAL, EXTENSION, CORRECTION -> false;
        };
    if (waits && state.clarification != null) {
      open(state, objections);
    }
  }

  private static void open(RequestState state, Objections objections) {
    objections.breach(
        Rule.CLARIFICATION_OPEN, "an answer first", "asked by " + state.clarification);
  }
}
