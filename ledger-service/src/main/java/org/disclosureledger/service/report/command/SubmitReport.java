package org.disclosureledger.service.report.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.report.ReportName;
import org.jspecify.annotations.Nullable;

/**
 * Says that a report, or its amendment, went to an agency.
 *
 * @param version event id of the {@code report.frozen} or {@code report.amended} that went
 * @param recipient code of the agency
 * @param submittedAt UTC; now where none is given
 * @param number số/ký hiệu of the covering letter
 * @param receipt what receipt came back
 */
public record SubmitReport(
    ReportName report,
    UUID version,
    String recipient,
    @Nullable Instant submittedAt,
    @Nullable String number,
    @Nullable String receipt)
    implements ReportCommand {

  public SubmitReport {
    report = Form.required("report", report);
    version = Form.required("version", version);
    recipient = Form.agencyCode("recipient", recipient);
    submittedAt = Form.optionalInstant("submittedAt", submittedAt);
    number = Form.text("number", number);
    receipt = Form.text("receipt", receipt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "SubmitReport[" + report + "]";
  }
}
