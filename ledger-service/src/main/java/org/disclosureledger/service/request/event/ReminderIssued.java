package org.disclosureledger.service.request.event;

import java.time.Instant;
import org.disclosureledger.service.envelope.Committed;
import org.jspecify.annotations.Nullable;

/**
 * {@code reminder.issued}: a supervisor urges an answer (đôn đốc).
 *
 * @param text what is said, committed
 * @param answerBy by when, as claimed, UTC
 */
public record ReminderIssued(Committed<String> text, @Nullable Instant answerBy)
    implements RequestEvent {}
