package org.disclosureledger.service.sealing;

import org.jspecify.annotations.Nullable;

/**
 * Travels in a command's metadata: the storage engine, which runs after the handler's result is
 * fixed, leaves here where the command's events went.
 */
public final class AppendSlot {
  /** Metadata key of the slot. */
  public static final String KEY = "ledger.append-slot";

  private final LedgerDescription ledger;
  private final @Nullable IdempotencyRecord idempotency;
  private final @Nullable StreamReads reads;
  private volatile @Nullable AppendResult result;

  public AppendSlot(LedgerDescription ledger, @Nullable IdempotencyRecord idempotency) {
    this(ledger, idempotency, null);
  }

  /**
   * @param reads what the command's decision reads of other streams
   */
  public AppendSlot(
      LedgerDescription ledger,
      @Nullable IdempotencyRecord idempotency,
      @Nullable StreamReads reads) {
    this.ledger = ledger;
    this.idempotency = idempotency;
    this.reads = reads;
  }

  LedgerDescription ledger() {
    return ledger;
  }

  @Nullable IdempotencyRecord idempotency() {
    return idempotency;
  }

  /** What was read until now, that is until the decision was made. */
  AppendConditions conditions() {
    return reads == null ? AppendConditions.NONE : new AppendConditions(reads.heads());
  }

  /** Where the events went, or {@code null} when the command appended none. */
  public @Nullable AppendResult result() {
    return result;
  }

  void fill(AppendResult appended) {
    result = appended;
  }

  boolean isFilled() {
    return result != null;
  }
}
