package org.disclosureledger.service.intake.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.wire.CommandBody;
import org.jspecify.annotations.Nullable;

/** What goes out, and whether it arrives: bodies. {@code happenedAt} absent means now. */
final class DeliveryBodies {
  private DeliveryBodies() {}

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
}
