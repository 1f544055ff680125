package org.disclosureledger.service.grant.command;

import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * Takes a grant back before it is over.
 *
 * @param reason required, except above secrecy Thường, where it is refused
 */
public record RevokeGrant(UUID request, UUID grant, @Nullable String reason)
    implements GrantCommand {
  public RevokeGrant {
    request = Form.required("request", request);
    grant = Form.required("grant", grant);
    reason = Form.text("reason", reason);
  }

  /** Without the reason, which may name a person: commands are logged. */
  @Override
  public String toString() {
    return "RevokeGrant[" + request + ", " + grant + "]";
  }
}
