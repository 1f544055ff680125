package org.disclosureledger.service.opening;

/**
 * What a successor's entry 0 is to say, but for the words of the reason; as its row keeps it until
 * then, and its entry 0 for ever. As in {@link SuccessorOpened.Predecessor}.
 */
record PredecessorStatement(
    String origin,
    String checkpointKey,
    String published,
    SuccessorOpened.Restored restored,
    String reason) {}
