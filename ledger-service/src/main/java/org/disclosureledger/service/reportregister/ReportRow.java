package org.disclosureledger.service.reportregister;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.disclosureledger.service.report.ReportKind;
import org.jspecify.annotations.Nullable;

/**
 * One report, without its figures. All times UTC.
 *
 * @param name as in its path
 * @param from first instant of the period
 * @param to first instant after it
 * @param frozenAt when the ledger took it
 * @param leafIndex of the entry that froze it
 * @param asOf of what was frozen
 * @param dueBy when it is to be submitted
 * @param amendments how many
 * @param amendedAsOf of the last amendment
 * @param submissions how many
 * @param submittedAt of the last one, as claimed
 * @param recipient code of the agency that it went to last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportRow(
    String name,
    ReportKind kind,
    Instant from,
    Instant to,
    Instant frozenAt,
    long leafIndex,
    Instant asOf,
    @Nullable Instant dueBy,
    int amendments,
    @Nullable Instant amendedAsOf,
    int submissions,
    @Nullable Instant submittedAt,
    @Nullable String recipient) {}
