package org.disclosureledger.service.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.deadline.DueTime;
import org.disclosureledger.service.request.Authority;
import org.disclosureledger.service.request.ItemState;
import org.disclosureledger.service.request.RequestStatus;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * One request as it stands after its last entry, folded from its stream: what a command just did is
 * in it. Times are UTC.
 *
 * @param registerNumber số đến, ordinal / year; derived, and the same everywhere
 * @param sequence of the last entry; also the ETag
 * @param deadline as last set, with what it rests on
 * @param originalDue as first set
 * @param awaiting what waits for its second person
 * @param recorded the entry that recorded the request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestView(
    String ledger,
    UUID requestId,
    @Nullable String registerNumber,
    RequestStatus state,
    String stateVi,
    String stateEn,
    long sequence,
    Authority authority,
    @Nullable DueTime deadline,
    @Nullable Instant originalDue,
    @Nullable Instant answeredAt,
    List<Item> items,
    @Nullable Awaiting awaiting,
    List<Delivery> deliveries,
    EventView recorded) {

  /** How far the answer to one item has come. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      int ordinal,
      ItemKind kind,
      ItemState state,
      ItemScope asked,
      @Nullable ItemScope approved,
      long delivered,
      @Nullable Instant terminalAt) {}

  /**
   * @param act acceptance, refusal or delivery
   * @param prepared event id that the second person's command names
   */
  record Awaiting(String act, UUID prepared, Instant since) {}

  /**
   * @param delivery event id that record-receipt names
   * @param receipt absent while nobody has said
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Delivery(
      UUID delivery, Instant time, List<Part> parts, @Nullable ReceiptOutcome receipt) {}

  /** What one delivery handed over for one item. */
  record Part(int item, boolean last, long recordCount) {}
}
