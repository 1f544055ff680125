package org.disclosureledger.service.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/** Bodies of the commands on a recorded request. {@code happenedAt} absent means now. */
final class CommandBodies {
  private CommandBodies() {}

  record VerifyAuthorityBody(
      VerificationMethod method,
      @Nullable UUID contact,
      VerificationOutcome outcome,
      @Nullable String note,
      @Nullable Instant happenedAt)
      implements CommandBody {
    VerifyAuthority toCommand(UUID id) {
      return new VerifyAuthority(id, method, contact, outcome, note, happenedAt);
    }

    @Override
    public String toString() {
      return "VerifyAuthorityBody";
    }
  }

  /** What may be disclosed for one item. */
  record ScopeBody(
      Integer item,
      @Nullable List<Integer> targets,
      List<DataField> fields,
      @Nullable PeriodBody period,
      @Nullable Long maximumRecords) {
    ItemScope toScope() {
      return new ItemScope(
          item,
          targets == null ? List.of() : targets,
          fields,
          PeriodBody.toPeriod(period),
          maximumRecords);
    }
  }

  record PrepareAcceptanceBody(List<ScopeBody> items, @Nullable Instant happenedAt)
      implements CommandBody {
    PrepareAcceptance toCommand(UUID id) {
      return new PrepareAcceptance(id, items.stream().map(ScopeBody::toScope).toList(), happenedAt);
    }
  }

  /** Agreement of the second person to what the entry {@code prepared} proposes. */
  record ApproveBody(UUID prepared, @Nullable Instant happenedAt) implements CommandBody {
    ApproveAct toCommand(UUID id, ActKind act) {
      return new ApproveAct(id, act, prepared, happenedAt);
    }
  }

  /** Disagreement of the second person with what the entry {@code prepared} proposes. */
  record ReturnBody(UUID prepared, @Nullable String reason, @Nullable Instant happenedAt)
      implements CommandBody {
    ReturnAct toCommand(UUID id, ActKind act) {
      return new ReturnAct(id, act, prepared, reason, happenedAt);
    }

    @Override
    public String toString() {
      return "ReturnBody";
    }
  }

  /** Without {@code items}: every one that is still open. */
  record PrepareRefusalBody(
      @Nullable List<Integer> items,
      List<RefusalGround> grounds,
      @Nullable String reason,
      @Nullable Instant happenedAt)
      implements CommandBody {
    PrepareRefusal toCommand(UUID id) {
      return new PrepareRefusal(id, items == null ? List.of() : items, grounds, reason, happenedAt);
    }

    @Override
    public String toString() {
      return "PrepareRefusalBody";
    }
  }

  /**
   * What is handed over for one item.
   *
   * @param digest SHA-256 of it, 64 hexadecimal digits
   * @param size of it in bytes
   */
  record HandoverBody(
      Integer item,
      Boolean last,
      @Nullable List<Integer> targets,
      List<DataField> fields,
      @Nullable PeriodBody period,
      Long recordCount,
      @Nullable String digest,
      @Nullable Long size) {
    Handover toHandover() {
      return new Handover(
          item,
          last,
          targets == null ? List.of() : targets,
          fields,
          PeriodBody.toPeriod(period),
          recordCount,
          digest,
          size);
    }

    @Override
    public String toString() {
      return "HandoverBody";
    }
  }

  record PrepareDeliveryBody(
      Channel channel,
      @Nullable String recipient,
      List<HandoverBody> items,
      @Nullable Instant happenedAt)
      implements CommandBody {
    PrepareDelivery toCommand(UUID id) {
      return new PrepareDelivery(
          id,
          channel,
          recipient,
          items.stream().map(HandoverBody::toHandover).toList(),
          happenedAt);
    }

    @Override
    public String toString() {
      return "PrepareDeliveryBody";
    }
  }

  /**
   * Whether a delivery arrived.
   *
   * @param delivery event id of the {@code delivery.dispatched}
   * @param minutes SHA-256 of the minutes (biên bản), 64 hexadecimal digits
   */
  record RecordReceiptBody(
      UUID delivery,
      ReceiptOutcome outcome,
      @Nullable String signer,
      @Nullable String minutes,
      @Nullable Instant happenedAt)
      implements CommandBody {
    RecordReceipt toCommand(UUID id) {
      return new RecordReceipt(id, delivery, outcome, signer, minutes, happenedAt);
    }

    @Override
    public String toString() {
      return "RecordReceiptBody";
    }
  }

  record CloseBody(@Nullable String reason, @Nullable Instant happenedAt) implements CommandBody {
    CloseRequest toCommand(UUID id) {
      return new CloseRequest(id, reason, happenedAt);
    }

    @Override
    public String toString() {
      return "CloseBody";
    }
  }
}
