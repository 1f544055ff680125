package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.jspecify.annotations.Nullable;

/**
 * One delivery that went out.
 *
 * @param id event id of the {@code delivery.dispatched}
 * @param time when it went out, as claimed, UTC
 * @param entries event ids of the {@code delivery.prepared} behind it, of its lists and of its
 *     receipt
 * @param receipt what became of it; absent while nobody has said
 */
public record Dispatch(
    UUID id,
    Instant time,
    List<HandedPart> parts,
    List<UUID> entries,
    @Nullable ReceiptOutcome receipt) {

  /**
   * @param entry event id of the receipt
   */
  Dispatch with(ReceiptOutcome outcome, UUID entry) {
    List<UUID> all = Stream.concat(entries.stream(), Stream.of(entry)).toList();
    return new Dispatch(id, time, parts, all, outcome);
  }

  boolean failed() {
    return receipt == ReceiptOutcome.FAILED;
  }

  /** Whether the entry is one of those that this delivery is made of. */
  public boolean isOf(UUID entry) {
    return id.equals(entry) || entries.contains(entry);
  }

  boolean concerns(int item) {
    return parts.stream().anyMatch(part -> part.item() == item);
  }
}
