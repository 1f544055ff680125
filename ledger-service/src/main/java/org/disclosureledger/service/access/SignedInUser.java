package org.disclosureledger.service.access;

import java.security.Principal;
import org.disclosureledger.format.ActorRole;

/**
 * The person behind a call, as signed in.
 *
 * @param name of the account; goes to no log and no entry
 */
public record SignedInUser(String name, ActorRole role) implements Principal {
  @Override
  public String getName() {
    return name;
  }

  @Override
  public String toString() {
    return "SignedInUser[" + role + "]";
  }
}
