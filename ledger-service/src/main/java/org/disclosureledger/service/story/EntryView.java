package org.disclosureledger.service.story;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.envelope.EventHeader;

/**
 * Which entry says something, who made it and when.
 *
 * @param time as claimed, UTC
 * @param recordedTime when the ledger took it, UTC
 */
record EntryView(
    UUID id, long leafIndex, Instant time, Instant recordedTime, String actor, String actorRole) {
  static EntryView of(EventHeader header) {
    return new EntryView(
        header.id(),
        header.leafIndex(),
        header.time(),
        header.recordedTime(),
        header.actor().value(),
        header.role().code());
  }
}
