package org.disclosureledger.service.access;

import java.io.Serializable;
import java.security.Principal;
import org.disclosureledger.format.ActorRole;
import org.jspecify.annotations.Nullable;

/**
 * The person behind a call, as signed in.
 *
 * @param name of the account; goes to no log and no entry
 * @param ledger the only one that the account may see; {@code null}: all of them; {@link
 *     #NO_LEDGER}: none
 * @param person whom four eyes compares, the same for all accounts of one person; the actor in
 *     entries stands for it; goes to no log and no entry
 */
public record SignedInUser(String name, ActorRole role, @Nullable String ledger, String person)
    implements Principal, Serializable {
  /** No ledger can be named so. */
  static final String NO_LEDGER = "";

  /** A person with one account. */
  public SignedInUser(String name, ActorRole role, @Nullable String ledger) {
    this(name, role, ledger, name);
  }

  /** A person who may see every ledger. */
  SignedInUser(String name, ActorRole role) {
    this(name, role, null);
  }

  boolean seesAllLedgers() {
    return ledger == null;
  }

  boolean sees(String asked) {
    return ledger == null || (!ledger.equals(NO_LEDGER) && ledger.equals(asked));
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
