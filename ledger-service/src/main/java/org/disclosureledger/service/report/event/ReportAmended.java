package org.disclosureledger.service.report.event;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code report.amended}: the figures of the same period as of a later instant; what was frozen
 * stays.
 *
 * @param asOf only what was recorded by then counts, UTC
 * @param reason why, committed
 * @param rows as many as fit
 * @param lists how many {@link ReportListed} follow in the same append
 */
public record ReportAmended(
    Instant asOf, ReportHead head, Committed<String> reason, List<StatedRow> rows, int lists)
    implements ReportEvent {}
