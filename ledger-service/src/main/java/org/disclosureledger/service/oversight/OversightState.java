package org.disclosureledger.service.oversight;

import java.util.HashSet;
import java.util.Set;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.oversight.event.NoticeForwarded;
import org.disclosureledger.service.oversight.event.OversightEvent;

/**
 * What the events of one inspection, drill or voluntary report amount to, as far as deciding asks.
 *
 * @param lastSequence of the stream, -1 before the first event
 * @param forwardedTo codes of the agencies that a voluntary report went to
 */
record OversightState(long lastSequence, Set<String> forwardedTo) {
  static final OversightState EMPTY = new OversightState(-1, Set.of());

  boolean exists() {
    return lastSequence >= 0;
  }

  OversightState evolve(OversightEvent event, EventHeader header) {
    Set<String> agencies = forwardedTo;
    if (event instanceof NoticeForwarded forwarded) {
      agencies = new HashSet<>(forwardedTo);
      agencies.add(forwarded.agency());
    }
    return new OversightState(header.sequence(), Set.copyOf(agencies));
  }
}
