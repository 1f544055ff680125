package org.disclosureledger.service.envelope;

import java.time.Instant;
import java.util.UUID;

/**
 * One event as {@code decide} returns it.
 *
 * @param id UUIDv7; the entry's {@code id}
 * @param time when it happened, as the recorder claims; millisecond precision, UTC
 */
public record ProposedEvent<E>(UUID id, Instant time, E event) {}
