package org.disclosureledger.service.request.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Members of {@link RequestRecorded} as they should be; absent ones stay.
 *
 * @param receivedAt UTC; due times stay
 * @param documentDate Asia/Ho_Chi_Minh
 * @param items in their full new content
 */
public record RecordedChanges(
    @Nullable Instant receivedAt,
    @Nullable Channel channel,
    @Nullable RequestingAgency requestingAgency,
    @Nullable Committed<String> officer,
    @Nullable Committed<String> documentNumber,
    @Nullable LocalDate documentDate,
    @Nullable Committed<String> subject,
    @Nullable String legalBasis,
    @Nullable CaseType caseType,
    @Nullable Urgency urgency,
    List<RecordedItem> items) {}
