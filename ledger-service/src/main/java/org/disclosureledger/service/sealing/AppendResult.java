package org.disclosureledger.service.sealing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.StreamId;

/**
 * Where a command's entries stand, already under a signed checkpoint.
 *
 * @param firstPosition of the first entry in the deployment's order; -1 for a replayed answer
 * @param first what is known of the first entries without reading it back; empty when replayed
 * @param number the register number of the command's numbered entry, if it has one
 * @param replayed whether an earlier delivery of the same command had written them
 */
public record AppendResult(
    long firstLeafIndex,
    int entryCount,
    long firstPosition,
    Optional<FirstEntry> first,
    Optional<AssignedNumber> number,
    boolean replayed) {

  /**
   * Stream and place of a command's first entry.
   *
   * @param id of the first that is not the ledger's own note, if there is one
   * @param ownLeafIndex of that one
   */
  public record FirstEntry(UUID id, long ownLeafIndex, StreamId stream, long sequence) {}

  static AppendResult replayed(
      long firstLeafIndex, int entryCount, Optional<AssignedNumber> number) {
    return new AppendResult(firstLeafIndex, entryCount, -1, Optional.empty(), number, true);
  }

  static AppendResult of(List<LedgerState.PlacedEntry> entries, Optional<AssignedNumber> number) {
    LedgerState.PlacedEntry first = entries.getFirst();
    EntryPayload payload = first.entry().payload();
    LedgerState.PlacedEntry own =
        entries.stream()
            .filter(each -> !each.entry().payload().actor().isSystem())
            .findFirst()
            .orElse(first);
    return new AppendResult(
        first.leafIndex(),
        entries.size(),
        first.position(),
        Optional.of(
            new FirstEntry(
                own.entry().payload().id(),
                own.leafIndex(),
                payload.subject(),
                payload.streamSequence())),
        number,
        false);
  }
}
