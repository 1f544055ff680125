package org.disclosureledger.service.report.event;

import java.util.List;
import java.util.UUID;

/**
 * {@code report.listed}: what a report had no room for, in the same append.
 *
 * @param report event id of the {@code report.frozen} or {@code report.amended}
 * @param list from 1, in the order of the append
 */
public record ReportListed(UUID report, int list, List<StatedRow> rows) implements ReportEvent {}
