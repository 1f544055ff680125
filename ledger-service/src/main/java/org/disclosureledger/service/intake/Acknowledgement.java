package org.disclosureledger.service.intake;

import java.util.UUID;

/**
 * What an accepted command left behind, already under a signed checkpoint.
 *
 * @param eventId id of the command's first entry; a prepared act is approved or returned by it
 * @param firstLeafIndex of the command's first entry; its entries are contiguous
 * @param lastSequence of the request's stream after the command
 * @param replayed whether this answers a repetition of an earlier command
 */
public record Acknowledgement(
    String ledger,
    UUID requestId,
    UUID eventId,
    long firstLeafIndex,
    int entryCount,
    long lastSequence,
    boolean replayed) {}
