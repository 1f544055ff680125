package org.disclosureledger.service.request.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Members of {@link RequestRecorded} as they should be; absent ones stay.
 *
 * @param receivedAt UTC; due times stay
 * @param receivingAgency code
 * @param documentDate Asia/Ho_Chi_Minh
 * @param emergency what was due stays, and so does a paper that is owed; one may be owed from now
 *     on
 * @param dueStated UTC; due times stay
 * @param items in their full new content, as many as fit; {@link CorrectionListed} goes on
 */
public record RecordedChanges(
    @Nullable Instant receivedAt,
    @Nullable Channel channel,
    @Nullable RequestingAgency requestingAgency,
    @Nullable String receivingAgency,
    @Nullable Committed<String> officer,
    @Nullable Committed<String> documentNumber,
    @Nullable LocalDate documentDate,
    @Nullable Committed<String> subject,
    @Nullable String legalBasis,
    @Nullable CaseType caseType,
    @Nullable Priority priority,
    @Nullable Boolean emergency,
    @Nullable Urgency urgency,
    @Nullable Secrecy secrecy,
    @Nullable Instant dueStated,
    List<RecordedItem> items) {}
