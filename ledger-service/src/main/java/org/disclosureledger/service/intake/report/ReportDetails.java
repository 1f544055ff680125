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
 * A report with all of its versions. All times UTC. A committed text is absent where none was
 * given, and {@code "withheld"} for who may not or does not open it, whether there is one or not.
 *
 * @param from first instant of the period
 * @param to first instant after it
 * @param previous event id of the report of the period before
 * @param difference why it opens with another backlog than the report before closed with; committed
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
    @Nullable String difference,
    @Nullable Instant dueBy,
    List<Version> versions,
    List<Sent> submissions,
    long sequence) {

  /**
   * One statement of the figures.
   *
   * @param version event id of the entry
   * @param frozenAt when the ledger took it
   * @param asOf only what was recorded by then counts
   * @param reason why it was amended; committed
   * @param head the tree whose entries it counts
   * @param rows of all slices, as {@code schemas/REPORTS.md} §6 orders them
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Version(
      UUID version,
      long leafIndex,
      Instant frozenAt,
      Instant asOf,
      @Nullable String reason,
      ReportHead head,
      List<StatedRow> rows) {}

  /**
   * One submission.
   *
   * @param version event id of what went
   * @param recipient code of the agency
   * @param submittedAt as claimed
   * @param number số/ký hiệu of the covering letter; committed
   * @param receipt what receipt came back; committed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sent(
      UUID version,
      String recipient,
      Instant submittedAt,
      Instant recordedAt,
      long leafIndex,
      @Nullable String number,
      @Nullable String receipt) {}
}
