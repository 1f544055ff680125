package org.disclosureledger.service.oversight.content;

import java.time.LocalDate;
import org.disclosureledger.service.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * An inspection (thanh tra, kiểm tra) of the enterprise.
 *
 * @param inspector code of the inspecting agency
 * @param to last day, included, Asia/Ho_Chi_Minh
 */
public record InspectionContent(
    @Nullable String inspector,
    LocalDate from,
    LocalDate to,
    String subject,
    @Nullable String findings)
    implements OversightContent {

  public InspectionContent {
    inspector = Form.optionalAgencyCode("inspector", inspector);
    from = Form.date("from", from);
    to = Form.date("to", to);
    Form.inOrder(from, to);
    subject = Form.name("subject", Form.MAX_TEXT, subject);
    findings = Form.text("findings", findings);
  }

  @Override
  public OversightKind kind() {
    return OversightKind.INSPECTION;
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "InspectionContent";
  }
}
