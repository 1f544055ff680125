package org.disclosureledger.service.request.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code refusal.returned}: the second person does not agree.
 *
 * @param prepared event id of the {@code refusal.prepared}
 */
public record RefusalReturned(UUID prepared, Committed<String> reason) implements RequestEvent {}
