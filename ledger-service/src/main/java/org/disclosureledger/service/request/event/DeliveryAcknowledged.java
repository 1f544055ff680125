package org.disclosureledger.service.request.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code delivery.acknowledged}: the agency has it.
 *
 * @param delivery event id of the {@code delivery.dispatched}
 * @param signer who signed for it, committed
 * @param minutes SHA-256 of the minutes (biên bản), 64 hexadecimal digits, committed
 */
public record DeliveryAcknowledged(
    UUID delivery, Committed<String> signer, Committed<String> minutes) implements RequestEvent {}
