package org.disclosureledger.service.report.command;

import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.report.ReportName;

/**
 * Adds the figures of the same period, as of now, to a frozen report.
 *
 * @param figures as computed of the ledger just now
 */
public record AmendReport(ReportName report, StatedFigures figures, String reason)
    implements ReportCommand {

  public AmendReport {
    report = Form.required("report", report);
    figures = Form.required("figures", figures);
    reason = Form.required("reason", Form.text("reason", reason));
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "AmendReport[" + report + "]";
  }
}
