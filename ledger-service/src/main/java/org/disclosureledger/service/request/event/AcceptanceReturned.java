package org.disclosureledger.service.request.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code acceptance.returned}: the second person does not agree.
 *
 * @param prepared event id of the {@code acceptance.prepared}
 */
public record AcceptanceReturned(UUID prepared, Committed<String> reason) implements RequestEvent {}
