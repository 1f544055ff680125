package org.disclosureledger.service.oversight.command;

import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.oversight.content.NoticeContent;
import org.disclosureledger.service.oversight.content.OversightKind;

/** Records that somebody reported an offence of their own accord. */
public record RecordNotice(UUID id, NoticeContent content) implements OversightCommand {

  public RecordNotice {
    id = Form.required("id", id);
    content = Form.required("content", content);
  }

  @Override
  public OversightKind kind() {
    return content.kind();
  }
}
