package org.disclosureledger.service.intake;

import java.util.UUID;
import org.disclosureledger.service.dispatch.Acknowledgement;

/**
 * Answer to an accepted command on another stream than a request's: its entries are committed and
 * under a signed checkpoint.
 *
 * @param stream that the entries went to
 * @param eventId of the first entry; also the id of the contact or officer that it registers
 * @param sequence last sequence of the stream; also the ETag
 * @param receipt path of that event's receipt
 */
public record EntryAccepted(
    String stream,
    UUID eventId,
    long firstLeafIndex,
    int entryCount,
    long sequence,
    String receipt) {
  static EntryAccepted of(Acknowledgement ack) {
    return new EntryAccepted(
        ack.stream().value(),
        ack.eventId(),
        ack.firstLeafIndex(),
        ack.entryCount(),
        ack.lastSequence(),
        "/ledgers/" + ack.ledger() + "/receipts/" + ack.ownLeafIndex());
  }
}
