package org.disclosureledger.service.oversightregister;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One inspection, drill or voluntary report, as last recorded. Times are UTC; what its kind has not
 * is absent.
 *
 * @param recordings how often it was recorded: more than once, if it was corrected
 * @param leafIndex of the entry shown
 * @param from first day, Asia/Ho_Chi_Minh
 * @param to last day, included
 * @param forwarded where a voluntary report went, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OversightRow(
    UUID id,
    OversightKind kind,
    int recordings,
    long leafIndex,
    Instant recordedAt,
    @Nullable String inspector,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Instant receivedAt,
    @Nullable String channel,
    @Nullable String by,
    List<String> forwarded) {}
