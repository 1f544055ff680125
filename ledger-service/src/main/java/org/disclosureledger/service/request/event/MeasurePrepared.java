package org.disclosureledger.service.request.event;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.vocabulary.Measure;
import org.jspecify.annotations.Nullable;

/**
 * {@code measure.prepared}: the first of two people proposes a measure, or its end.
 *
 * @param measure what is done
 * @param item ordinal of the item
 * @param targets ordinals of the targets concerned
 * @param order the order it rests on, committed
 * @param scope what it covers, committed
 * @param from when it begins, as claimed, UTC
 * @param until when it ends by itself, as claimed, UTC
 */
public record MeasurePrepared(
    Measure measure,
    int item,
    List<Integer> targets,
    Committed<String> order,
    Committed<String> scope,
    Instant from,
    @Nullable Instant until)
    implements RequestEvent {}
