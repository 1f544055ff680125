package org.disclosureledger.service.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.disclosureledger.service.request.Authority;
import org.disclosureledger.service.request.Dispatch;
import org.disclosureledger.service.request.ItemProgress;
import org.disclosureledger.service.request.ItemState;
import org.disclosureledger.service.request.OpenAct;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.disclosureledger.service.vocabulary.VerificationMethod;

/** Random commands that mostly make sense in a state. Starred values carry {@link #STARRED}. */
final class SyntheticCommands {
  /** Stands in every starred value and may stand in no projection. */
  static final String STARRED = "BI-MAT-THI-DU";

  private final Random random;
  private final Instant now;

  SyntheticCommands(Random random, Instant now) {
    this.random = random;
    this.now = now;
  }

  RecordRequest record(UUID id) {
    List<RequestedItem> items = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      items.add(
          new RequestedItem(
              any(ItemKind.values()),
              List.of(new RequestedTarget(STARRED)),
              List.of(DataField.OTHER),
              null,
              100L));
    }
    return new RecordRequest(
        id,
        now.minusMillis(random.nextLong(Duration.ofHours(30).toMillis())),
        any(Channel.values()),
        null,
        "CQ-" + (1 + random.nextInt(4)),
        any(AgencyKind.values()),
        STARRED,
        null,
        STARRED,
        STARRED,
        null,
        STARRED,
        null,
        any(CaseType.values()),
        Priority.ROUTINE,
        random.nextInt(5) == 0,
        any(Urgency.values()),
        Secrecy.NORMAL,
        random.nextInt(3) == 0 ? now.plus(Duration.ofHours(random.nextInt(60))) : null,
        items,
        List.of());
  }

  RequestCommand next(UUID id, RequestState state) {
    OpenAct open = state.open();
    if (open != null) {
      return second(id, open, random.nextInt(5) > 0);
    }
    if (state.authority() != Authority.VERIFIED) {
      VerificationOutcome outcome =
          random.nextInt(8) == 0 ? VerificationOutcome.REFUTED : VerificationOutcome.VERIFIED;
      return new VerifyAuthority(
          id, VerificationMethod.DIGITAL_SIGNATURE, null, outcome, STARRED, null);
    }
    return switch (random.nextInt(8)) {
      case 0 -> new PrepareRefusal(id, List.of(), List.of(RefusalGround.OVERBROAD), STARRED, null);
      case 1 -> new CloseRequest(id, STARRED, null);
      case 2, 3 -> receipt(id, state);
      default -> acceptOrDeliver(id, state);
    };
  }

  private static RequestCommand second(UUID id, OpenAct open, boolean agrees) {
    UUID prepared = open.prepared();
    return agrees
        ? new ApproveAct(id, open.kind(), prepared, null)
        : new ReturnAct(id, open.kind(), prepared, STARRED, null);
  }

  private RequestCommand receipt(UUID id, RequestState state) {
    for (Dispatch dispatch : state.dispatches()) {
      if (dispatch.receipt() == null) {
        ReceiptOutcome outcome =
            random.nextInt(3) == 0 ? ReceiptOutcome.FAILED : ReceiptOutcome.ACKNOWLEDGED;
        return new RecordReceipt(id, dispatch.id(), outcome, STARRED, null, null);
      }
    }
    return acceptOrDeliver(id, state);
  }

  private RequestCommand acceptOrDeliver(UUID id, RequestState state) {
    List<ItemScope> scopes = new ArrayList<>();
    List<Handover> handovers = new ArrayList<>();
    for (ItemProgress item : state.items()) {
      ItemScope asked = item.asked();
      if (item.state() == ItemState.RECEIVED) {
        scopes.add(asked);
      } else if (item.state().deliverable() && (handovers.isEmpty() || random.nextBoolean())) {
        handovers.add(
            new Handover(
                item.ordinal(),
                random.nextInt(3) > 0,
                asked.targets(),
                asked.fields(),
                null,
                1,
                null,
                null));
      }
    }
    if (!handovers.isEmpty() && (scopes.isEmpty() || random.nextBoolean())) {
      return new PrepareDelivery(id, Channel.PORTAL, STARRED, handovers, null);
    }
    return scopes.isEmpty()
        ? new CloseRequest(id, STARRED, null)
        : new PrepareAcceptance(id, scopes, null);
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
