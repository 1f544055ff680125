package org.disclosureledger.service.report.event;

/** What happened to one report ({@code schemas/REPORTS.md} §7): streams {@code report/<name>}. */
public sealed interface ReportEvent
    permits ReportFrozen, ReportListed, ReportAmended, ReportSubmitted {}
