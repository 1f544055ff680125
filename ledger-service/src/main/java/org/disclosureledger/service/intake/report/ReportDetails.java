package org.disclosureledger.service.intake.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.report.ReportKind;
import org.disclosureledger.service.report.event.ReportHead;
import org.disclosureledger.service.report.event.StatedRow;
import org.jspecify.annotations.Nullable;

/**
 * A report with all of its versions. All times UTC.
 *
 * @param from first instant of the period
 * @param to first instant after it
 * @param previous event id of the report of the period before
 * @param dueBy when it is to be submitted
 * @param versions what was frozen, then its amendments
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportDetails(
    String name,
    ReportKind kind,
    Instant from,
    Instant to,
    @Nullable UUID previous,
    @Nullable Instant dueBy,
    List<Version> versions,
    List<Sent> submissions,
    long sequence) {

  /**
   * @param version event id of the entry
   * @param frozenAt when the ledger took it
   * @param asOf only what was recorded by then counts
   * @param head the tree whose entries it counts
   * @param rows of all slices, as {@code schemas/REPORTS.md} §6 orders them
   */
  record Version(
      UUID version,
      long leafIndex,
      Instant frozenAt,
      Instant asOf,
      ReportHead head,
      List<StatedRow> rows) {}

  /**
   * @param version event id of what went
   * @param recipient code of the agency
   * @param submittedAt as claimed
   */
  record Sent(
      UUID version, String recipient, Instant submittedAt, Instant recordedAt, long leafIndex) {}
}
