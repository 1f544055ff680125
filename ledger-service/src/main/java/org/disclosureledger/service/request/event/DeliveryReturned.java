package org.disclosureledger.service.request.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code delivery.returned}: the second person does not agree.
 *
 * @param prepared event id of the {@code delivery.prepared}
 */
public record DeliveryReturned(UUID prepared, Committed<String> reason) implements RequestEvent {}
