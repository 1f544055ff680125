package org.disclosureledger.service.access;

import java.security.Principal;
import org.disclosureledger.format.ActorRole;
import org.jspecify.annotations.Nullable;

/**
 * The person behind a call, as signed in.
 *
 * @param name of the account; goes to no log and no entry
 * @param ledger the only one that the account may see; {@code null}: all of them
 */
public record SignedInUser(String name, ActorRole role, @Nullable String ledger)
    implements Principal {

  /** A person who may see every ledger. */
  SignedInUser(String name, ActorRole role) {
    this(name, role, null);
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String toString() {
    return "SignedInUser[" + role + "]";
  }
}
