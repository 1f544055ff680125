package org.disclosureledger.service.request.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code delivery.failed}: it did not arrive, so its items stand open again.
 *
 * @param delivery event id of the {@code delivery.dispatched}
 * @param signer who reported the failure, committed
 * @param minutes SHA-256 of the minutes (biên bản), 64 hexadecimal digits, committed
 */
public record DeliveryFailed(UUID delivery, Committed<String> signer, Committed<String> minutes)
    implements RequestEvent {}
