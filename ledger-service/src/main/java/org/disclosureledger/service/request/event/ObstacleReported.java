package org.disclosureledger.service.request.event;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.service.envelope.Committed;
import org.jspecify.annotations.Nullable;

/**
 * {@code obstacle.reported}: something stands in the way of the answer (vướng mắc); supervisors see
 * it.
 *
 * @param items ordinals of the items concerned
 * @param reason what stands in the way, committed
 * @param expectedAt when the answer is expected, as claimed, UTC
 */
public record ObstacleReported(
    List<Integer> items, Committed<String> reason, @Nullable Instant expectedAt)
    implements RequestEvent {}
