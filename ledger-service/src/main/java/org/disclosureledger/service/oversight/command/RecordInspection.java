package org.disclosureledger.service.oversight.command;

import java.time.LocalDate;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * Records an inspection (thanh tra, kiểm tra) of the enterprise.
 *
 * @param inspector code of the inspecting agency
 * @param to last day, included, Asia/Ho_Chi_Minh
 * @param correction whether it replaces what the stream shows, which stays in its history
 */
public record RecordInspection(
    UUID id,
    boolean correction,
    @Nullable String inspector,
    LocalDate from,
    LocalDate to,
    String subject,
    @Nullable String findings)
    implements OversightCommand {

  public RecordInspection {
    id = Form.required("id", id);
    inspector = Form.optionalAgencyCode("inspector", inspector);
    from = Form.date("from", from);
    to = Form.date("to", to);
    Form.inOrder(from, to);
    subject = Form.name("subject", Form.MAX_TEXT, subject);
    findings = Form.text("findings", findings);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "RecordInspection[" + id + "]";
  }
}
