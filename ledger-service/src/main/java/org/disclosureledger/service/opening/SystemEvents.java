package org.disclosureledger.service.opening;

import java.time.Instant;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.EventIds;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.UnsealedEvent;
import org.springframework.stereotype.Component;

/** Events that the service itself records, as actor {@code system}. */
@Component
class SystemEvents {
  private final LedgerClock clock;
  private final EventIds ids;

  SystemEvents(LedgerClock clock, EventIds ids) {
    this.clock = clock;
    this.ids = ids;
  }

  UnsealedEvent of(LedgerDescription ledger, StreamId stream, EventBinding binding, Object event) {
    Instant now = clock.now(ledger.name());
    EventHeader header =
        new EventHeader(
            ids.at(now),
            ledger.name(),
            stream,
            binding.type(),
            now,
            now,
            Actor.SYSTEM,
            ActorRole.SYSTEM,
            null,
            0,
            EventHeader.UNSEALED,
            EventHeader.UNSEALED);
    return new UnsealedEvent(header, event);
  }
}
