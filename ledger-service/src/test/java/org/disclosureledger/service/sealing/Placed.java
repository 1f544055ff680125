package org.disclosureledger.service.sealing;

/** An {@link AppendResult} without the entry it names. */
record Placed(long firstLeafIndex, int entryCount, long firstPosition, boolean replayed) {
  static Placed of(AppendResult result) {
    return new Placed(
        result.firstLeafIndex(), result.entryCount(), result.firstPosition(), result.replayed());
  }
}
