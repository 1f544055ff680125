package org.disclosureledger.service.report.command;

import java.time.Instant;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.form.FormRule;
import org.disclosureledger.service.report.ReportName;
import org.jspecify.annotations.Nullable;

/**
 * Freezes the figures of a period.
 *
 * @param figures as computed of the ledger just now
 * @param difference why it opens with another backlog than the report before closed with
 * @param dueBy when it is to be submitted, UTC
 */
public record FreezeReport(
    ReportName report, StatedFigures figures, @Nullable String difference, @Nullable Instant dueBy)
    implements ReportCommand {

  public FreezeReport {
    report = Form.required("report", report);
    figures = Form.required("figures", figures);
    if (!report.period().orElse(figures.period()).equals(figures.period())) {
      throw new CommandRefused(FormRule.MEMBER_INVALID, "period");
    }
    difference = Form.text("difference", difference);
    dueBy = Form.optionalInstant("dueBy", dueBy);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "FreezeReport[" + report + "]";
  }
}
