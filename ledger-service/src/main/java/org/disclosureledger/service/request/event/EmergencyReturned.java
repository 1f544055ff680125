package org.disclosureledger.service.request.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code emergency.returned}: the second person does not agree.
 *
 * @param prepared event id of the {@code emergency.prepared}
 * @param reason why not, committed
 */
public record EmergencyReturned(UUID prepared, Committed<String> reason) implements RequestEvent {}
