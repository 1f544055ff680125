package org.disclosureledger.verifier.conduct;

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
      state.receivedAtCorrected = changes.time("receivedAt");
    }
    if (changes.has("channel")) {
      state.byVoice = RecordingRules.isByVoice(changes);
    }
    if (changes.has("documentDate")) {
      state.dated = true;
    }
    if (changes.has("requestingAgency")) {
      state.agency = context.shared(changes.object("requestingAgency").text("code"));
    }
    if (!changes.has("items")) {
      return;
    }
    if (state.closed) {
      context.breach(event, Rule.EVENT_AFTER_CLOSE, "reopening first", "a correction of items");
      return;
    }
    for (EventData item : changes.objects("items")) {
      NumberingRules.corrected(state, event, item, context);
    }
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
