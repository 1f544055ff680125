package org.disclosureledger.service.oversight.command;

import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.jspecify.annotations.Nullable;

/**
 * Says that a voluntary report was passed on.
 *
 * @param agency code of the agency it went to
 * @param document SHA-256 of what was sent, 64 hexadecimal digits
 */
public record ForwardNotice(UUID id, String agency, @Nullable String document)
    implements OversightCommand {

  public ForwardNotice {
    id = Form.required("id", id);
    agency = Form.agencyCode("agency", agency);
    document = Form.optionalDigest("document", document);
  }

  @Override
  public OversightKind kind() {
    return OversightKind.NOTICE;
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "ForwardNotice[" + id + "]";
  }
}
