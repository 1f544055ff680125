package org.disclosureledger.service.request.event;

import java.time.Instant;
import java.util.UUID;

/**
 * {@code writing.missed}: the written confirmation of an oral emergency did not come in time.
 *
 * @param confirmBy when it was due, as claimed, UTC
 * @param deadline event id of the {@code deadline.set} that set it
 */
public record WritingMissed(Instant confirmBy, UUID deadline) implements RequestEvent {}
