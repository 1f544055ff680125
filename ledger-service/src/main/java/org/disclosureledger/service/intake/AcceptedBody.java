package org.disclosureledger.service.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.disclosureledger.service.dispatch.Acknowledgement;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.story.Repeats;
import org.jspecify.annotations.Nullable;

/**
 * Answer to an accepted command: its entries are committed and under a signed checkpoint.
 *
 * @param eventId of the first entry that is the caller's, by which what was prepared is approved or
 *     returned; a {@code writing.missed} that the ledger had still to note stands before it
 * @param sequence last sequence of the request's stream; also the ETag
 * @param registerNumber số đến, e.g. {@code 12/2026}; present when a request was recorded
 * @param repeats other requests that name a target of the one recorded; absent when there are none
 * @param receipt path of that event's receipt
 */
public record AcceptedBody(
    UUID requestId,
    UUID eventId,
    long firstLeafIndex,
    int entryCount,
    long sequence,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String registerNumber,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Repeats repeats,
    String receipt) {
  /** Of a command on a request. */
  public static AcceptedBody of(Acknowledgement ack) {
    return of(ack, null);
  }

  /** Of a request just recorded. */
  static AcceptedBody of(Acknowledgement ack, @Nullable Repeats repeats) {
    return new AcceptedBody(
        RequestStream.requestId(ack.stream()).orElseThrow(),
        ack.eventId(),
        ack.firstLeafIndex(),
        ack.entryCount(),
        ack.lastSequence(),
        ack.registerNumber(),
        repeats,
        "/ledgers/" + ack.ledger() + "/receipts/" + ack.ownLeafIndex());
  }
}
