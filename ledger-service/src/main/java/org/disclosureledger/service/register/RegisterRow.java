package org.disclosureledger.service.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request as the register lists it. Codes are those of the published language; times are UTC.
 *
 * @param registerNumber derived: ordinal among the year's recordings / year, Asia/Ho_Chi_Minh
 * @param due effective due time; absent when nothing sets one
 * @param originalDue as first set, whatever was extended since
 * @param answeredAt when the last item got its answer, as claimed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegisterRow(
    UUID requestId,
    String registerNumber,
    Instant receivedAt,
    Instant recordedAt,
    String agency,
    String agencyKind,
    String channel,
    String caseType,
    String priority,
    String urgency,
    String secrecy,
    boolean emergency,
    int itemCount,
    List<String> itemKinds,
    String state,
    @Nullable Instant due,
    @Nullable Instant originalDue,
    @Nullable Instant answeredAt,
    @Nullable Instant closedAt,
    long sequence) {}
