package org.disclosureledger.service.intake;

import java.util.UUID;

/**
 * What an accepted command left behind, already under a signed checkpoint.
 *
 * @param firstLeafIndex of the command's first entry; its entries are contiguous
 * @param lastSequence of the request's stream after the command
 * @param replayed whether this answers a repetition of an earlier command
 */
public record Acknowledgement(
    String ledger,
    UUID requestId,
    long firstLeafIndex,
    int entryCount,
    long lastSequence,
    boolean replayed) {}
