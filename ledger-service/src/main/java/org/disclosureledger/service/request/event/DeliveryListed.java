package org.disclosureledger.service.request.event;

import java.util.List;
import java.util.UUID;

/**
 * {@code delivery.listed}: what a {@code delivery.prepared} had no room for, in the same append;
 * the second person decides on all of it.
 *
 * @param prepared event id of the {@code delivery.prepared}
 * @param list from 1, in the order of the append
 * @param items that no entry before named
 */
public record DeliveryListed(UUID prepared, int list, List<DeliveredItem> items)
    implements RequestEvent {}
