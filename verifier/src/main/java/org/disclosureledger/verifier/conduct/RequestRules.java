package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.conduct.EventType.Act;
import org.disclosureledger.verifier.report.Rule;

/** Takes a request's next event to the rules it is judged by. */
final class RequestRules {
  private RequestRules() {}

  static void apply(RequestState state, Event event, Context context) {
    directlyBehind(state, event, context);
    if (ClosingRules.isForbidden(state, event)) {
      context.breach(event, Rule.EVENT_AFTER_CLOSE, "reopening first", event.type().code());
      return;
    }
    Act act = event.type().act();
    if (act != null) {
      ActRules.apply(state, event, act, context);
      return;
    }
    switch (event.type()) {
      case REQUEST_RECORDED -> RecordingRules.recorded(state, event, context);
      case ITEMS_LISTED -> RecordingRules.listed(state, event, context);
      case DEADLINE_SET -> DeadlineRules.set(state, event, context);
      case AUTHORITY_VERIFIED -> AuthorityRules.verified(state, event, context);
      case AUTHORITY_REFUTED -> AuthorityRules.refuted(state);
      case CLARIFICATION_ASKED -> ClarificationRules.asked(state, event, context);
      case CLARIFICATION_RECEIVED -> ClarificationRules.received(state, event, context);
      case WRITING_CONFIRMED -> state.confirmed = true;
      case WRITING_MISSED -> EmergencyRules.missed(state, event, context);
      case DELIVERY_ACKNOWLEDGED -> DeliveryRules.received(state, event, false, context);
      case DELIVERY_FAILED -> DeliveryRules.received(state, event, true, context);
      case OBSTACLE_REPORTED ->
          ActRules.known(state, event, event.data().ordinals("items"), context);
      case REQUEST_CANCELLED -> ClosingRules.cancelled(state);
      case REQUEST_CLOSED -> ClosingRules.closed(state, event, context);
      case REQUEST_REOPENED -> ClosingRules.reopened(state, event, context);
      case CORRECTION_LISTED -> CorrectionRules.listed(state, event, context);
      case ERROR_RECORDED -> CorrectionRules.error(state, event, context);
      case DOCUMENT_ATTACHED -> state.document = event.data().uuid("document");
      case SIGNATURE_CHECKED -> signatureOf(state, event, context);
      case REQUEST_LINKED, REMINDER_ISSUED -> {}
      default -> throw new IllegalStateException(event.type().code());
    }
  }

  /** What an append has to hold together is complete once anything else comes. */
  private static void directlyBehind(RequestState state, Event event, Context context) {
    EventType type = event.type();
    boolean recording =
        type == EventType.ITEMS_LISTED
            || (type == EventType.DEADLINE_SET && DeadlineRules.isOfRecording(event));
    if (!recording) {
      RecordingRules.complete(state, context);
    }
    if (type != EventType.CORRECTION_LISTED) {
      CorrectionRules.complete(state, context);
    }
    if (type != EventType.DEADLINE_SET) {
      DeadlineRules.extensionComplete(state, context);
    }
  }

  private static void signatureOf(RequestState state, Event event, Context context) {
    UUID document = event.data().uuid("document");
    if (!document.equals(state.document)) {
      context.breach(
          event,
          Rule.SIGNATURE_DOCUMENT,
          "the document attached last, " + state.document,
          document.toString());
    }
  }

  /** At the end of the ledger. */
  static void end(RequestState state, Instant newest, Context context) {
    RecordingRules.complete(state, context);
    CorrectionRules.complete(state, context);
    DeadlineRules.extensionComplete(state, context);
    EmergencyRules.overdue(state, newest, context);
  }
}
