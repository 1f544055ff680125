package org.disclosureledger.service.wire;

import org.disclosureledger.service.access.SignedInUser;
import org.disclosureledger.service.disclosure.ActorRegistry;
import org.disclosureledger.service.dispatch.Caller;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is signed in, as the ledger called knows them. */
@Component
public class Callers {
  private final ActorRegistry actors;

  public Callers(ActorRegistry actors) {
    this.actors = actors;
  }

  /**
   * @param ledger name of a ledger that exists
   */
  public Caller signedIn(String ledger) {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof SignedInUser user)) {
      throw new AuthenticationCredentialsNotFoundException("not signed in");
    }
    return new Caller(user.name(), actors.actorFor(ledger, user.name()), user.role());
  }
}
