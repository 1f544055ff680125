package org.disclosureledger.service.oversight.command;

import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.oversight.content.OversightContent;
import org.disclosureledger.service.oversight.content.OversightKind;

/**
 * Proposes what an inspection, drill or voluntary report should say; what it says stays.
 *
 * @param corrects event id of the entry that recorded it
 * @param reason why it is wrong
 * @param content all of it as it should be
 */
public record PrepareOversightCorrection(
    UUID id, UUID corrects, String reason, OversightContent content) implements OversightCommand {

  public PrepareOversightCorrection {
    id = Form.required("id", id);
    corrects = Form.required("corrects", corrects);
    reason = Form.name("reason", Form.MAX_TEXT, reason);
    content = Form.required("content", content);
  }

  @Override
  public OversightKind kind() {
    return content.kind();
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "PrepareOversightCorrection[" + id + "]";
  }
}
