package org.disclosureledger.service.request.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.vocabulary.ClarificationOutcome;

/**
 * {@code clarification.received}: the agency said what it means, or the question was withdrawn.
 *
 * @param asked event id of the {@code clarification.asked}
 * @param outcome how the question ended
 * @param answer what the agency said, committed
 */
public record ClarificationReceived(
    UUID asked, ClarificationOutcome outcome, Committed<String> answer) implements RequestEvent {}
