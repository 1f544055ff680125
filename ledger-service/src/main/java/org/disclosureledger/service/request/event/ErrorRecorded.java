package org.disclosureledger.service.request.event;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.vocabulary.ErrorCause;
import org.disclosureledger.service.vocabulary.ErrorSeverity;

/**
 * {@code error.recorded}: an error made in answering.
 *
 * @param event id of the event in which it was made
 * @param items ordinals of the items concerned
 * @param cause what went wrong
 * @param severity whether anything was disclosed by it
 * @param description what happened, committed
 */
public record ErrorRecorded(
    UUID event,
    List<Integer> items,
    ErrorCause cause,
    ErrorSeverity severity,
    Committed<String> description)
    implements RequestEvent {}
