package org.disclosureledger.service.sealing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.disclosureledger.format.KeyId;
import org.disclosureledger.service.disclosure.VaultedDisclosures;
import org.disclosureledger.service.keys.EntrySigner;
import org.jspecify.annotations.Nullable;

/**
 * One command's entries on their way into the tree: all of them or none.
 *
 * @param entries sealed, in order; more than one stream only at a ledger's opening
 * @param signer seals again what has gone stale; {@code null} for the authority's entries, which
 *     are then refused instead
 * @param entryKeyAfter the entry key that these entries put in force, or {@code null}
 * @param conditions on which they were decided
 * @param asker who waits for the outcome
 */
record AppendRequest(
    LedgerDescription ledger,
    List<SealedEntry> entries,
    @Nullable VaultedDisclosures vaulted,
    @Nullable IdempotencyRecord idempotency,
    @Nullable EntrySigner signer,
    @Nullable KeyId entryKeyAfter,
    AppendConditions conditions,
    Asker asker,
    CompletableFuture<AppendResult> outcome) {

  AppendRequest(
      LedgerDescription ledger,
      List<SealedEntry> entries,
      @Nullable VaultedDisclosures vaulted,
      @Nullable IdempotencyRecord idempotency,
      @Nullable EntrySigner signer,
      CompletableFuture<AppendResult> outcome) {
    this(
        ledger,
        entries,
        vaulted,
        idempotency,
        signer,
        null,
        AppendConditions.NONE,
        Asker.NOBODY,
        outcome);
  }

  AppendRequest {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("nothing to append");
    }
  }

  /** What it holds in memory and writes: entries, and the ciphertexts of what they commit to. */
  int bytes() {
    int sealed = entries.stream().mapToInt(e -> e.bytes().length).sum();
    return vaulted == null
        ? sealed
        : sealed
            + vaulted.ciphertexts().stream()
                .flatMap(List::stream)
                .mapToInt(ciphertext -> ciphertext.length)
                .sum();
  }
}
