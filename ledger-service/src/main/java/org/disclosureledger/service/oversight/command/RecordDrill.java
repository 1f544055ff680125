package org.disclosureledger.service.oversight.command;

import java.time.LocalDate;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * Records a drill (diễn tập).
 *
 * @param to last day, included, Asia/Ho_Chi_Minh
 * @param correction whether it replaces what the stream shows, which stays in its history
 */
public record RecordDrill(
    UUID id,
    boolean correction,
    LocalDate from,
    LocalDate to,
    String subject,
    @Nullable String findings)
    implements OversightCommand {

  public RecordDrill {
    id = Form.required("id", id);
    from = Form.date("from", from);
    to = Form.date("to", to);
    Form.inOrder(from, to);
    subject = Form.name("subject", Form.MAX_TEXT, subject);
    findings = Form.text("findings", findings);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "RecordDrill[" + id + "]";
  }
}
