package org.disclosureledger.service.envelope;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.jspecify.annotations.Nullable;

/**
 * Who decides, when and in which ledger. Ids and times of a decision come from here and nowhere
 * else, so that a simulated clock drives them too.
 *
 * @param ledger name of the ledger, as in the URL
 * @param now the ledger's clock, millisecond precision, UTC
 * @param ids source of fresh UUIDv7 event ids
 */
public record CommandContext(
    String ledger,
    Actor actor,
    ActorRole role,
    Instant now,
    Supplier<UUID> ids,
    @Nullable UUID correlationId) {

  public UUID newId() {
    return ids.get();
  }

  @Override
  public String toString() {
    return "CommandContext[" + ledger + ", " + role + ", " + now + "]";
  }
}
