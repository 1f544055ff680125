package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.jspecify.annotations.Nullable;

/**
 * One delivery that went out.
 *
 * @param id event id of the {@code delivery.dispatched}
 * @param time when it went out, as claimed, UTC
 * @param entries event ids of the {@code delivery.prepared} behind it and of its lists
 * @param receipt what became of it; absent while nobody has said
 */
public record Dispatch(
    UUID id,
    Instant time,
    List<HandedPart> parts,
    List<UUID> entries,
    @Nullable ReceiptOutcome receipt) {

  Dispatch with(ReceiptOutcome outcome) {
    return new Dispatch(id, time, parts, entries, outcome);
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
