package org.disclosureledger.service.intake;

import java.util.UUID;
import org.disclosureledger.format.StreamId;

/**
 * What an accepted command left behind, already under a signed checkpoint.
 *
 * @param stream that the command's entries went to
 * @param eventId id of the command's first entry; a prepared act is approved or returned by it
 * @param firstLeafIndex of the command's first entry; its entries are contiguous
 * @param lastSequence of the stream after the command
 * @param replayed whether this answers a repetition of an earlier command
 */
public record Acknowledgement(
    String ledger,
    StreamId stream,
    UUID eventId,
    long firstLeafIndex,
    int entryCount,
    long lastSequence,
    boolean replayed) {}
