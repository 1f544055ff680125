package org.disclosureledger.service.grant.command;

import java.util.UUID;
import org.disclosureledger.service.form.Form;

/** Takes a grant back before it is over. */
public record RevokeGrant(UUID request, UUID grant, String reason) implements GrantCommand {
  public RevokeGrant {
    request = Form.required("request", request);
    grant = Form.required("grant", grant);
    reason = Form.name("reason", Form.MAX_TEXT, reason);
  }

  /** Without the reason, which may name a person: commands are logged. */
  @Override
  public String toString() {
    return "RevokeGrant[" + request + ", " + grant + "]";
  }
}
