package org.disclosureledger.service.request.event;

import org.disclosureledger.service.envelope.Committed;

/**
 * {@code request.cancelled}: the agency takes its request back; open items end.
 *
 * @param reason why, committed
 * @param document sHA-256 of the document that says so, hexadecimal, committed
 */
public record RequestCancelled(Committed<String> reason, Committed<String> document)
    implements RequestEvent {}
