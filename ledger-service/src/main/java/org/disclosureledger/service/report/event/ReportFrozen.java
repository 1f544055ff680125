package org.disclosureledger.service.report.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.report.ReportKind;
import org.jspecify.annotations.Nullable;

/**
 * {@code report.frozen}, the first of its stream.
 *
 * @param from first instant of the period, UTC
 * @param to first instant after it, UTC
 * @param asOf only what was recorded by then counts, UTC
 * @param previous event id of the {@code report.frozen} of the period before, where there is one
 * @param difference why it opens with another backlog than that one closed with, committed
 * @param dueBy when it is to be submitted, UTC
 * @param rows as many as fit
 * @param lists how many {@link ReportListed} follow in the same append
 */
public record ReportFrozen(
    ReportKind kind,
    Instant from,
    Instant to,
    Instant asOf,
    ReportHead head,
    @Nullable UUID previous,
    Committed<String> difference,
    @Nullable Instant dueBy,
    List<StatedRow> rows,
    int lists)
    implements ReportEvent {}
