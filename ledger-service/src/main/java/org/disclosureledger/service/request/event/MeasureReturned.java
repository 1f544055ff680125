package org.disclosureledger.service.request.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code measure.returned}: the second person does not agree.
 *
 * @param prepared event id of the {@code measure.prepared}
 * @param reason why not, committed
 */
public record MeasureReturned(UUID prepared, Committed<String> reason) implements RequestEvent {}
