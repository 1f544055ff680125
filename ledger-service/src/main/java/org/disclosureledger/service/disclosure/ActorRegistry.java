package org.disclosureledger.service.disclosure;

import org.disclosureledger.format.Actor;

/**
 * Which actor id stands for a person in a ledger. Table {@code actor(ledger_id uuid, person_hmac
 * bytea, actor uuid, unique (ledger_id, person_hmac))}: the name itself is nowhere stored.
 */
public interface ActorRegistry {
  /** The person's random UUIDv4 in that ledger, drawn at first use, the same ever after. */
  Actor actorFor(String ledger, String username);
}
