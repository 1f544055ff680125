package org.disclosureledger.service.report;

import java.util.UUID;

/**
 * The report of the period before.
 *
 * @param frozen event id of its {@code report.frozen}
 * @param openAfter the backlog that it closed with
 */
public record PreviousReport(UUID frozen, long openAfter) {}
