package org.disclosureledger.service.request.event;

import java.util.UUID;

/**
 * {@code delivery.dispatched}: the second person agrees.
 *
 * @param prepared event id of the {@code delivery.prepared}
 */
public record DeliveryDispatched(UUID prepared) implements RequestEvent {}
