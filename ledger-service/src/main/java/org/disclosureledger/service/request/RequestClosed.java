package org.disclosureledger.service.request;

import org.disclosureledger.service.envelope.Committed;

/** {@code request.closed}. */
public record RequestClosed(Committed<String> reason) implements RequestEvent {}
