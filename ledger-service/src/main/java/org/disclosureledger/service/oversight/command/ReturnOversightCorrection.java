package org.disclosureledger.service.oversight.command;

import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.oversight.content.OversightKind;

/**
 * The second person sends back what the first prepared.
 *
 * @param prepared event id of the {@code oversight.correction.prepared} that stands open
 */
public record ReturnOversightCorrection(OversightKind kind, UUID id, UUID prepared, String reason)
    implements OversightCommand {

  public ReturnOversightCorrection {
    kind = Form.required("kind", kind);
    id = Form.required("id", id);
    prepared = Form.required("prepared", prepared);
    reason = Form.name("reason", Form.MAX_TEXT, reason);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "ReturnOversightCorrection[" + id + "]";
  }
}
