package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/** Corrections say what of, and undo the approval of what they change; errors say how grave. */
final class CorrectionRules {
  private CorrectionRules() {}

  private enum Severity {
    RECORDABLE,
    REPORTABLE
  }

  static void prepared(RequestState state, Event event, Context context) {
    UUID corrects = event.data().uuid("corrects");
    if (!state.ids.contains(corrects)) {
      context.breach(
          event, Rule.CORRECTION_EVENT, "an earlier event of the stream", corrects.toString());
    } else if (event.data().has("changes") && !corrects.equals(state.recorded)) {
      context.breach(
          event,
          Rule.CORRECTION_CHANGES,
          "request.recorded " + state.recorded,
          corrects.toString());
    }
  }

  static void approved(
      RequestState state, Event event, OpenAct.Correction correction, Context context) {
    EventData changes = correction.changes();
    if (changes == null) {
      return;
    }
    if (changes.has("receivedAt")) {
      received(state, changes.time("receivedAt"));
    }
    if (changes.has("requestingAgency")) {
      agency(state, changes.object("requestingAgency").text("code"), context);
    }
    List<EventData> items = changes.has("items") ? changes.objects("items") : List.of();
    if (state.closed && !items.isEmpty()) {
      context.breach(event, Rule.EVENT_AFTER_CLOSE, "reopening first", "a correction of items");
      return;
    }
    items.forEach(item -> NumberingRules.corrected(state, event, item, context));
  }

  /** Nobody has verified the other one. */
  private static void agency(RequestState state, String code, Context context) {
    if (!code.equals(state.agency)) {
      state.agency = context.shared(code);
      unverified(state);
    }
  }

  /** On another day the agency may not have existed. */
  private static void received(RequestState state, Instant time) {
    LocalDate before = LocalDate.ofInstant(state.receivedAtCorrected, Policies.ZONE);
    if (!LocalDate.ofInstant(time, Policies.ZONE).equals(before)) {
      unverified(state);
    }
    state.receivedAtCorrected = time;
  }

  private static void unverified(RequestState state) {
    state.authority = RequestState.Authority.UNVERIFIED;
    state.byCall = false;
    state.bySignature = false;
  }

  static void error(RequestState state, Event event, Context context) {
    UUID about = event.data().uuid("event");
    Severity severity = event.data().code("severity", Severity.class);
    if (!state.ids.contains(about)) {
      context.breach(event, Rule.ERROR_EVENT, "an earlier event of the stream", about.toString());
      return;
    }
    Severity due = state.dispatch(about) == null ? Severity.RECORDABLE : Severity.REPORTABLE;
    if (severity != due) {
      context.breach(event, Rule.ERROR_SEVERITY, due.toString(), severity.toString());
    }
    ActRules.known(state, event, event.data().ordinals("items"), context);
  }
}
