package org.disclosureledger.service.request.event;

import org.disclosureledger.service.envelope.Committed;

/** {@code request.closed}. */
public record RequestClosed(Committed<String> reason) implements RequestEvent {}
