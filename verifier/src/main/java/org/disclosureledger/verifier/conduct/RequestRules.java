package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.verifier.conduct.EventType.Act;
import org.disclosureledger.verifier.report.Rule;

/** Takes a request's next event to the rules it is judged by. */
final class RequestRules {
  private RequestRules() {}

  static void apply(RequestState state, Event event, Context context) {
    directlyBehind(state, event, context);
    if (state.erased) {
      context.breach(event, Rule.EVENT_AFTER_ERASURE, "nothing more", event.type().code());
    }
    if (!DeadlineRules.isRecount(event)) {
      context.recounts.demand(state, context);
    }
    judge(state, event, context);
    if (isDone(event)) {
      TimeRules.notBefore(event, receipt(state, event), context);
    }
    followed(state, event);
  }

  /**
   * That nothing is done before; a receipt claimed to be later than its recording is found as that.
   */
  private static Instant receipt(RequestState state, Event event) {
    Instant received = state.latestReceipt();
    boolean ahead = received.isAfter(event.recordedTime());
    return ahead && isRecording(event.type())
        ? event.recordedTime().minus(FormatLimits.CLAIMED_TIME_LEAD)
        : received;
  }

  private static boolean isRecording(EventType type) {
    return type == EventType.REQUEST_RECORDED || type == EventType.ITEMS_LISTED;
  }

  /** Whatever comes behind the recording is done about the request. */
  private static void followed(RequestState state, Event event) {
    boolean recording = isRecording(event.type()) || event.type() == EventType.DEADLINE_SET;
    if (!recording && event.time().isBefore(state.followedAt)) {
      state.followedAt = event.time();
    }
  }

  /** Documents may be older than the demand that they come with; due times are the ledger's own. */
  private static boolean isDone(Event event) {
    return switch (event.type()) {
      case DEADLINE_SET, DOCUMENT_ATTACHED, SIGNATURE_CHECKED -> false;
      default -> true;
    };
  }

  private static void judge(RequestState state, Event event, Context context) {
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
      case AUTHORITY_REFUTED -> AuthorityRules.refuted(state, event, context);
      case CLARIFICATION_ASKED -> ClarificationRules.asked(state, event, context);
      case CLARIFICATION_RECEIVED -> ClarificationRules.received(state, event, context);
      case WRITING_CONFIRMED -> EmergencyRules.confirmed(state, event, context);
      case WRITING_MISSED -> EmergencyRules.missed(state, event, context);
      case DELIVERY_ACKNOWLEDGED -> DeliveryRules.received(state, event, false, context);
      case DELIVERY_FAILED -> DeliveryRules.received(state, event, true, context);
      case OBSTACLE_REPORTED -> AnswerRules.obstacle(state, event, context);
      case REQUEST_CANCELLED -> ClosingRules.cancelled(state, event, context);
      case REQUEST_CLOSED -> ClosingRules.closed(state, event, context);
      case REQUEST_REOPENED -> ClosingRules.reopened(state, event, context);
      case SCOPE_LISTED, DELIVERY_LISTED -> ActLists.listed(state, event, context);
      case CORRECTION_LISTED -> CorrectionLists.listed(state, event, context);
      case ERROR_RECORDED -> CorrectionRules.error(state, event, context);
      case DOCUMENT_ATTACHED -> DocumentRules.attached(state, event, context);
      case SIGNATURE_CHECKED -> DocumentRules.signed(state, event, context);
      case REQUEST_LINKED -> linked(event, context);
      case REMINDER_ISSUED -> {}
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
      CorrectionLists.complete(state, context);
    }
    if (type != EventType.SCOPE_LISTED && type != EventType.DELIVERY_LISTED) {
      ActLists.complete(state, context);
    }
    if (!type.goesOnWithAct()) {
      ActRules.complete(state, context);
    }
    if (type != EventType.DEADLINE_SET) {
      DeadlineRules.extensionComplete(state, context);
      EmergencyRules.debtComplete(state, context);
    }
    if (type != EventType.SIGNATURE_CHECKED) {
      state.document = null;
    }
  }

  private static void linked(Event event, Context context) {
    UUID other = event.data().uuid("request");
    boolean itself = event.subject().equals("request/" + other);
    if (itself || !context.hasRequest(other)) {
      String found = itself ? "itself" : other.toString();
      context.breach(event, Rule.LINK_REQUEST, "another request of the ledger", found);
    }
  }

  /** Nothing more comes in the append: its entries are neighbours in the log. */
  static void complete(RequestState state, Context context) {
    RecordingRules.complete(state, context);
    CorrectionLists.complete(state, context);
    ActLists.complete(state, context);
    ActRules.complete(state, context);
    DeadlineRules.extensionComplete(state, context);
    EmergencyRules.debtComplete(state, context);
    state.document = null;
  }
}
