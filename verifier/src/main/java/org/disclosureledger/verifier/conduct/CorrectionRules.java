package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/** Corrections say what of, and undo the approval of what they change; errors say how grave. */
final class CorrectionRules {
  private CorrectionRules() {}

  private enum Severity {
    RECORDABLE,
    REPORTABLE
  }

  static void prepared(
      RequestState state, Event event, OpenAct.Correction correction, Context context) {
    boolean lists = CorrectionLists.begin(state, event);
    UUID corrects = event.data().uuid("corrects");
    event.data().code("severity", Severity.class);
    if (correction.caseType() != null) {
      state.said(correction.caseType());
    }
    if (!state.ids.contains(corrects)) {
      context.breach(
          event, Rule.CORRECTION_EVENT, "an earlier event of the stream", corrects.toString());
    } else if ((lists || event.data().has("changes")) && !corrects.equals(state.recorded)) {
      context.breach(
          event,
          Rule.CORRECTION_CHANGES,
          "request.recorded " + state.recorded,
          corrects.toString());
    }
    Instant receivedAt = correction.receivedAt();
    if (receivedAt != null) {
      receipt(state, event, receivedAt, context);
    }
    if (!correction.items().isEmpty()) {
      List<EventData> items = event.data().object("changes").objects("items");
      CorrectionLists.with(event, List.of(), items, context);
    }
  }

  /** Neither after it was recorded, nor before an agent had it. */
  private static void receipt(
      RequestState state, Event event, Instant receivedAt, Context context) {
    TimeRules.received(event, receivedAt, context);
    RecordingRules.agent(state, event, receivedAt, context);
  }

  /** Nor after what was done about it, while it waited for its second person too. */
  private static void notTooLate(RequestState state, Instant receivedAt, Objections objections) {
    if (receivedAt.isAfter(state.followedAt)) {
      objections.breach(
          new Objections.Flaw(Rule.RECEIVED_TOO_LATE, null, null),
          "at most " + Shown.time(state.followedAt),
          Shown.time(receivedAt));
    }
  }

  static void check(RequestState state, OpenAct.Correction correction, Objections objections) {
    if (correction.receivedAt() != null) {
      notTooLate(state, correction.receivedAt(), objections);
    }
    if (correction.items().isEmpty()) {
      return;
    }
    if (state.closed) {
      objections.breach(Rule.EVENT_AFTER_CLOSE, "reopening first", "a correction of items");
      return;
    }
    boolean answered = state.isAnswered();
    int last = state.items.size();
    for (OpenAct.Corrected each : correction.items()) {
      mustWait(state, each.ordinal(), answered, objections);
      if (each.ordinal() > last) {
        last++;
        if (each.ordinal() != last) {
          objections.breach(
              Rule.ITEM_NUMBERING, "item " + last + " at most", "item " + each.ordinal());
        }
      }
    }
  }

  static void approved(
      RequestState state, Event event, OpenAct.Correction correction, Context context) {
    String agency = correction.agency();
    if (agency != null) {
      // Nobody has verified the other one, or the other kind or unit of it.
      state.agency = context.shared(agency);
      state.unverified(event.time());
    }
    if (correction.receivedAt() != null) {
      received(state, event, correction.receivedAt());
    }
    if (correction.emergency() != null) {
      state.emergencyCorrected = correction.emergency();
    }
    if (correction.channel() != null) {
      state.channel = correction.channel();
    }
    EmergencyRules.corrected(state, event);
    if (correction.secret() != null) {
      state.secret = correction.secret();
    }
    if (correction.voidsOpenItems()) {
      voidOpenItems(state, event, context);
    }
    if (state.closed) {
      return;
    }
    boolean answered = state.isAnswered();
    Set<Item.Kind> kinds = state.kinds();
    for (OpenAct.Corrected each : correction.items()) {
      Item item = state.item(each.ordinal());
      if (item != null) {
        TimeRules.notBefore(event, item.changedAt, context);
      }
      NumberingRules.corrected(state, event, each);
    }
    // A correction to what it was leaves the due time as much to be counted again as before.
    if ((answered && !state.isAnswered()) || !kinds.equals(state.kinds())) {
      state.openedAt = event.place().leaf();
    }
  }

  private static void voidOpenItems(RequestState state, Event event, Context context) {
    for (Item item : state.items) {
      if (!item.stand.isTerminal()) {
        TimeRules.notBefore(event, item.changedAt, context);
        item.receivedAnew(event.time());
      }
    }
  }

  /** An answered item, or a new one of an answered request, would skip the gates of reopening. */
  private static void mustWait(
      RequestState state, int ordinal, boolean answered, Objections objections) {
    Item item = state.item(ordinal);
    if (item == null ? answered : item.stand.isTerminal()) {
      String found = item == null ? "a new item, all answered" : ActRules.of(ordinal, item);
      objections.breach(Rule.ITEM_ANSWERED, "an open item, or reopening first", found);
    }
  }

  /** On another day the agency may not have existed. */
  private static void received(RequestState state, Event event, Instant corrected) {
    LocalDate before = state.dayOfReceipt();
    state.receivedAtCorrected = corrected;
    if (!state.dayOfReceipt().equals(before)) {
      state.unverified(event.time());
    }
  }

  /** Of a correction, once all is told: it is about a delivery, or an item that was handed over. */
  static void severity(
      RequestState state, Event event, OpenAct.Correction correction, Context context) {
    boolean answered =
        correction.items().stream().anyMatch(item -> state.isHandedOver(item.ordinal()));
    UUID about = event.data().uuid("corrects");
    boolean any = state.items.stream().anyMatch(item -> item.handedOver > 0);
    severity(answered ? EnumSet.of(Severity.REPORTABLE) : of(state, about, any), event, context);
  }

  /** Where something was handed over, only who knows the mistake can say whether it was by then. */
  private static Set<Severity> of(RequestState state, UUID about, boolean handedOver) {
    if (state.isOfDelivery(about)) {
      return EnumSet.of(Severity.REPORTABLE);
    }
    return handedOver && !state.isOfProposal(about)
        ? EnumSet.allOf(Severity.class)
        : EnumSet.of(Severity.RECORDABLE);
  }

  private static void severity(Set<Severity> possible, Event event, Context context) {
    Severity severity = event.data().code("severity", Severity.class);
    if (!possible.contains(severity)) {
      context.breach(
          event, Rule.ERROR_SEVERITY, possible.iterator().next().toString(), severity.toString());
    }
  }

  static void error(RequestState state, Event event, Context context) {
    UUID about = event.data().uuid("event");
    if (!state.ids.contains(about)) {
      context.breach(event, Rule.ERROR_EVENT, "an earlier event of the stream", about.toString());
      return;
    }
    List<Integer> items = event.data().ordinals("items");
    severity(of(state, about, items.stream().anyMatch(state::isHandedOver)), event, context);
    ActRules.known(state, items, Objections.to(event, context));
  }
}
