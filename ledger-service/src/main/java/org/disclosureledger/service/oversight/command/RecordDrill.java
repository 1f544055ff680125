package org.disclosureledger.service.oversight.command;

import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.oversight.content.DrillContent;
import org.disclosureledger.service.oversight.content.OversightKind;

/** Records a drill (diễn tập). */
public record RecordDrill(UUID id, DrillContent content) implements OversightCommand {

  public RecordDrill {
    id = Form.required("id", id);
    content = Form.required("content", content);
  }

  @Override
  public OversightKind kind() {
    return content.kind();
  }
}
