package org.disclosureledger.service.envelope;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.jspecify.annotations.Nullable;

/**
 * One event as {@code decide} returns it.
 *
 * @param id UUIDv7; the entry's {@code id}
 * @param time when it happened, as the recorder claims; millisecond precision, UTC
 * @param recordedWithin when the ledger has to take it; {@code null} where that is all one
 * @param bySystem whether the ledger notes it of itself, whoever gave the command
 */
public record ProposedEvent<E>(
    UUID id, Instant time, E event, @Nullable RecordedWithin recordedWithin, boolean bySystem) {

  /** By who gave the command. */
  public ProposedEvent(UUID id, Instant time, E event) {
    this(id, time, event, null);
  }

  /** By who gave the command. */
  public ProposedEvent(UUID id, Instant time, E event, @Nullable RecordedWithin recordedWithin) {
    this(id, time, event, recordedWithin, false);
  }

  /** By the ledger itself. */
  public static <E> ProposedEvent<E> bySystem(UUID id, Instant time, E event) {
    return new ProposedEvent<>(id, time, event, null, true);
  }

  /** Whose entry it is. */
  public Actor actor(CommandContext context) {
    return bySystem ? Actor.SYSTEM : context.actor();
  }

  /** In which role. */
  public ActorRole role(CommandContext context) {
    return bySystem ? ActorRole.SYSTEM : context.role();
  }
}
