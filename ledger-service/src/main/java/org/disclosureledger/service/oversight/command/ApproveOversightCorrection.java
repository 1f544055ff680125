package org.disclosureledger.service.oversight.command;

import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.oversight.content.OversightKind;

/**
 * The second person agrees to what the first prepared.
 *
 * @param prepared event id of the {@code oversight.correction.prepared} that stands open
 */
public record ApproveOversightCorrection(OversightKind kind, UUID id, UUID prepared)
    implements OversightCommand {

  public ApproveOversightCorrection {
    kind = Form.required("kind", kind);
    id = Form.required("id", id);
    prepared = Form.required("prepared", prepared);
  }
}
