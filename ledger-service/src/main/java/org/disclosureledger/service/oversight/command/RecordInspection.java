package org.disclosureledger.service.oversight.command;

import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.oversight.content.InspectionContent;
import org.disclosureledger.service.oversight.content.OversightKind;

/** Records an inspection (thanh tra, kiểm tra) of the enterprise. */
public record RecordInspection(UUID id, InspectionContent content) implements OversightCommand {

  public RecordInspection {
    id = Form.required("id", id);
    content = Form.required("content", content);
  }

  @Override
  public OversightKind kind() {
    return content.kind();
  }
}
