package org.disclosureledger.service.sealing;

/**
 * Where a command's entries stand, already under a signed checkpoint.
 *
 * @param firstPosition of the first entry in the deployment's order; -1 for a replayed answer
 * @param replayed whether an earlier delivery of the same command had written them
 */
public record AppendResult(
    long firstLeafIndex, int entryCount, long firstPosition, boolean replayed) {}
