package org.disclosureledger.service.sealing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.KeyId;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.merkle.TreeHead;
import org.jspecify.annotations.Nullable;

/** A locked ledger head, and what the running transaction adds to it. */
final class LedgerState {
  final UUID id;
  final long sizeBefore;
  private final TreeHead before;
  final TreeFrontier frontier;
  final List<PlacedEntry> added = new ArrayList<>();
  private @Nullable Instant newest;
  private String entryKey;
  private final @Nullable String successor;

  LedgerState(
      UUID id,
      TreeFrontier frontier,
      @Nullable Instant newest,
      String entryKey,
      @Nullable String successor) {
    this.id = id;
    this.sizeBefore = frontier.size();
    this.before = frontier.head();
    this.frontier = frontier;
    this.newest = newest;
    this.entryKey = entryKey;
    this.successor = successor;
  }

  /** The head as it was locked. */
  TreeHead before() {
    return before;
  }

  /** The name of the ledger that goes on where this one ended, or {@code null} while it goes on. */
  @Nullable String successor() {
    return successor;
  }

  /**
   * @throws AppendRefused of one that ended
   */
  void requireGoingOn() {
    if (successor != null) {
      throw AppendRefused.succeeded(successor);
    }
  }

  /** The ledger's greatest {@code recordedtime} so far, or {@code null} while it is empty. */
  @Nullable Instant newest() {
    return newest;
  }

  /** Thumbprint of the entry key in force at the next index. */
  String entryKey() {
    return entryKey;
  }

  void putInForce(KeyId key) {
    entryKey = key.value();
  }

  PlacedEntry add(long position, SealedEntry entry) {
    PlacedEntry placed = new PlacedEntry(id, position, frontier.size(), entry);
    frontier.append(entry.leafHash());
    added.add(placed);
    Instant recorded = entry.payload().recordedTime();
    if (newest == null || recorded.isAfter(newest)) {
      newest = recorded;
    }
    return placed;
  }

  /** An entry with its place. */
  record PlacedEntry(UUID ledger, long position, long leafIndex, SealedEntry entry) {}
}
