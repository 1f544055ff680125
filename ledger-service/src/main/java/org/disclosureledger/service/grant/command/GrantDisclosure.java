package org.disclosureledger.service.grant.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.form.FormRule;
import org.disclosureledger.service.grant.event.GrantedRole;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.jspecify.annotations.Nullable;

/**
 * Lets others open what a request discloses.
 *
 * @param actor this person of the role alone, by their id in this ledger
 * @param until the last moment of it
 */
public record GrantDisclosure(
    UUID request, GrantedRole to, @Nullable UUID actor, ViewPurpose purpose, Instant until)
    implements GrantCommand {
  private static final int RANDOM = 4;

  public GrantDisclosure {
    request = Form.required("request", request);
    to = Form.required("to", to);
    if (actor != null && actor.version() != RANDOM) {
      throw new CommandRefused(FormRule.MEMBER_INVALID, "actor is no person's id");
    }
    purpose = Form.required("purpose", purpose);
    until = Form.instant("until", until);
  }
}
