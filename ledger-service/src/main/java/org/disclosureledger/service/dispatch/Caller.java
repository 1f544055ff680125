package org.disclosureledger.service.dispatch;

import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.EventIds;
import org.disclosureledger.service.sealing.LedgerClock;

/**
 * Who is calling.
 *
 * @param username never stored in clear
 * @param actor the person's id in the ledger called
 */
public record Caller(String username, Actor actor, ActorRole role) {
  /** Of a command that this caller gives a ledger now. */
  CommandContext context(String ledger, LedgerClock clock, EventIds ids) {
    return new CommandContext(
        ledger, actor, role, clock.now(ledger), () -> ids.at(clock.now(ledger)), null);
  }

  /** Without the name: callers are logged. */
  @Override
  public String toString() {
    return "Caller[" + actor.value() + ", " + role + "]";
  }
}
