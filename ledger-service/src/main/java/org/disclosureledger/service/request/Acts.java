package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.envelope.RecordedWithin;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.AcceptanceApproved;
import org.disclosureledger.service.request.event.AcceptanceReturned;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.CorrectionReturned;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.DeliveryDispatched;
import org.disclosureledger.service.request.event.DeliveryReturned;
import org.disclosureledger.service.request.event.EmergencyApproved;
import org.disclosureledger.service.request.event.EmergencyReturned;
import org.disclosureledger.service.request.event.ExtensionApproved;
import org.disclosureledger.service.request.event.ExtensionReturned;
import org.disclosureledger.service.request.event.MeasureApproved;
import org.disclosureledger.service.request.event.MeasureReturned;
import org.disclosureledger.service.request.event.NoDataApproved;
import org.disclosureledger.service.request.event.NoDataReturned;
import org.disclosureledger.service.request.event.RefusalApproved;
import org.disclosureledger.service.request.event.RefusalReturned;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.vocabulary.Secrecy;

/** The second of two people: what they approve is checked again, as it stands now. */
final class Acts {
  private Acts() {}

  static List<ProposedEvent<RequestEvent>> approve(
      RequestState state, ApproveAct command, CommandContext context, Circumstances circumstances) {
    OpenAct act = second(state, command.act(), command.prepared(), context);
    recheck(state, act, context);
    Instant authority = act instanceof OpenAct.Refusal ? null : state.check().at();
    Instant changed = Gate.changed(state, items(state, act));
    Instant time = Gate.time(context, command.happenedAt(), act.time(), authority, changed);
    UUID id = context.newId();
    if (act instanceof OpenAct.Extension extension) {
      RecordedWithin inTime = Extension.inTime(state);
      RequestEvent due = DeadlineSet.byExtension(extension.due(), id);
      return List.of(
          new ProposedEvent<>(id, time, approved(act), inTime),
          new ProposedEvent<>(context.newId(), context.now(), due, inTime));
    }
    List<ProposedEvent<RequestEvent>> events = new ArrayList<>();
    events.add(new ProposedEvent<>(id, time, approved(act)));
    if (act instanceof OpenAct.Correction correction && Correction.makesOral(state, correction)) {
      RequestEvent due = Correction.confirmBy(state, correction, circumstances.policies());
      events.add(new ProposedEvent<>(context.newId(), context.now(), due));
    }
    return List.copyOf(events);
  }

  static ProposedEvent<RequestEvent> giveBack(
      RequestState state, ReturnAct command, CommandContext context) {
    OpenAct act = second(state, command.act(), command.prepared(), context);
    Secrecy secrecy =
        act instanceof OpenAct.Correction correction
            ? Correction.secrecy(state, correction.secrecy())
            : state.secrecy();
    Gate.reason(secrecy, command.reason());
    Instant time = Gate.time(context, command.happenedAt(), act.time());
    RequestEvent event = returned(act, Committed.of(command.reason()));
    return new ProposedEvent<>(context.newId(), time, event);
  }

  private static OpenAct second(
      RequestState state, ActKind kind, UUID prepared, CommandContext context) {
    OpenAct open = state.open();
    if (open == null || open.kind() != kind || !open.prepared().equals(prepared)) {
      throw new CommandRefused(RequestRule.ACT_NOT_OPEN, "prepared " + prepared);
    }
    Gate.require(!context.actor().isSystem(), RequestRule.SYSTEM_NOT_A_PERSON, "decides");
    Gate.require(
        !context.actor().equals(open.preparer()), RequestRule.SAME_PERSON, "prepared " + prepared);
    return open;
  }

  private static void recheck(RequestState state, OpenAct act, CommandContext context) {
    switch (act) {
      case OpenAct.Acceptance a -> Acceptance.check(state, a.kind(), a.items());
      case OpenAct.Refusal a -> Refusal.recheck(state, a.items());
      case OpenAct.Delivery a -> Delivery.check(state, a.items());
      case OpenAct.Extension a -> Extension.check(state, a.due(), context);
      case OpenAct.NoData a -> NoData.check(state, a.items());
      case OpenAct.MeasureTaken a -> Measures.check(state, a.measure(), a.item(), a.targets());
      case OpenAct.Correction a -> Correction.recheck(state, a);
    }
  }

  private static List<Integer> items(RequestState state, OpenAct act) {
    return switch (act) {
      case OpenAct.Acceptance a -> a.items().stream().map(ItemScope::item).toList();
      case OpenAct.Refusal a -> a.items();
      case OpenAct.Delivery a -> a.items().stream().map(HandedPart::item).toList();
      case OpenAct.Extension unused -> List.of();
      case OpenAct.NoData a -> a.items();
      case OpenAct.MeasureTaken a -> List.of(a.item());
      case OpenAct.Correction a ->
          a.voidsOpenItems()
              ? state.items().stream().map(ItemProgress::ordinal).toList()
              : a.items().stream().map(item -> item.scope().item()).toList();
    };
  }

  private static RequestEvent approved(OpenAct act) {
    UUID prepared = act.prepared();
    return switch (act.kind()) {
      case ACCEPTANCE -> new AcceptanceApproved(prepared);
      case EMERGENCY -> new EmergencyApproved(prepared);
      case REFUSAL -> new RefusalApproved(prepared);
      case EXTENSION -> new ExtensionApproved(prepared);
      case DELIVERY -> new DeliveryDispatched(prepared);
      case NO_DATA -> new NoDataApproved(prepared);
      case MEASURE -> new MeasureApproved(prepared);
      case CORRECTION -> new CorrectionApproved(prepared);
    };
  }

  private static RequestEvent returned(OpenAct act, Committed<String> reason) {
    UUID prepared = act.prepared();
    return switch (act.kind()) {
      case ACCEPTANCE -> new AcceptanceReturned(prepared, reason);
      case EMERGENCY -> new EmergencyReturned(prepared, reason);
      case REFUSAL -> new RefusalReturned(prepared, reason);
      case EXTENSION -> new ExtensionReturned(prepared, reason);
      case DELIVERY -> new DeliveryReturned(prepared, reason);
      case NO_DATA -> new NoDataReturned(prepared, reason);
      case MEASURE -> new MeasureReturned(prepared, reason);
      case CORRECTION -> new CorrectionReturned(prepared, reason);
    };
  }
}
