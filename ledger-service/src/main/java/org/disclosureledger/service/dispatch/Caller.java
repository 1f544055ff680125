package org.disclosureledger.service.dispatch;

import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;

/**
 * Who is calling.
 *
 * @param username never stored in clear
 * @param actor the person's id in the ledger called
 */
public record Caller(String username, Actor actor, ActorRole role) {
  /** Without the name: callers are logged. */
  @Override
  public String toString() {
    return "Caller[" + actor.value() + ", " + role + "]";
  }
}
