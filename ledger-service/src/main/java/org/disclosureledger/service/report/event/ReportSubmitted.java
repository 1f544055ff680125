package org.disclosureledger.service.report.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code report.submitted}: it went to an agency; the entry's {@code time} says when.
 *
 * @param report event id of the {@code report.frozen} or {@code report.amended} that went
 * @param recipient code of the agency
 * @param number số/ký hiệu of the covering letter, committed
 * @param receipt what receipt came back, committed
 */
public record ReportSubmitted(
    UUID report, String recipient, Committed<String> number, Committed<String> receipt)
    implements ReportEvent {}
