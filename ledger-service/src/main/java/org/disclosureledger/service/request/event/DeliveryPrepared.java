package org.disclosureledger.service.request.event;

import java.util.List;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.vocabulary.Channel;

/**
 * {@code delivery.prepared}: the first of two people proposes what to hand over.
 *
 * @param channel the way it goes out
 * @param recipient who is to receive it, committed
 * @param items as many as fit
 * @param lists how many {@link DeliveryListed} follow in the same append
 */
public record DeliveryPrepared(
    Channel channel, Committed<String> recipient, List<DeliveredItem> items, int lists)
    implements RequestEvent {}
