package org.disclosureledger.service.request.event;

import org.disclosureledger.service.envelope.Committed;

/**
 * {@code clarification.asked}: the agency is asked what it means; the service clock stands still
 * until it says.
 *
 * @param question what is asked, committed
 */
public record ClarificationAsked(Committed<String> question) implements RequestEvent {}
