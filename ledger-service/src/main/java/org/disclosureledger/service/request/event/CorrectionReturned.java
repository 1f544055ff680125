package org.disclosureledger.service.request.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code correction.returned}: the second person does not agree.
 *
 * @param prepared event id of the {@code correction.prepared}
 * @param reason why not, committed
 */
public record CorrectionReturned(UUID prepared, Committed<String> reason) implements RequestEvent {}
