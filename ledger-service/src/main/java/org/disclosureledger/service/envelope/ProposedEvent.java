package org.disclosureledger.service.envelope;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as {@code decide} returns it.
 *
 * @param id UUIDv7; the entry's {@code id}
 * @param time when it happened, as the recorder claims; millisecond precision, UTC
 * @param recordedBefore by when the ledger has to take it; {@code null} where that is all one
 */
public record ProposedEvent<E>(
    UUID id, Instant time, E event, @Nullable RecordedBefore recordedBefore) {

  public ProposedEvent(UUID id, Instant time, E event) {
    this(id, time, event, null);
  }
}
