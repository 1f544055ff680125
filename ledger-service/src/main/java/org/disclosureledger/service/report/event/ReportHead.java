package org.disclosureledger.service.report.event;

/**
 * The tree whose entries a report counts.
 *
 * @param size how many entries
 * @param root base64, as in a checkpoint
 */
public record ReportHead(long size, String root) {}
