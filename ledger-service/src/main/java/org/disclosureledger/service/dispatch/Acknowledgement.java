package org.disclosureledger.service.dispatch;

import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * What an accepted command left behind, already under a signed checkpoint.
 *
 * @param stream that the command's entries went to
 * @param eventId id of the first entry that is the caller's; a prepared act is approved or returned
 *     by it
 * @param firstLeafIndex of the command's first entry; its entries are contiguous
 * @param ownLeafIndex of the entry with that id
 * @param lastSequence of the stream after the command
 * @param registerNumber e.g. {@code 12/2026}, when the command recorded a request
 * @param replayed whether this answers a repetition of an earlier command
 */
public record Acknowledgement(
    String ledger,
    StreamId stream,
    UUID eventId,
    long firstLeafIndex,
    long ownLeafIndex,
    int entryCount,
    long lastSequence,
    @Nullable String registerNumber,
    boolean replayed) {}
