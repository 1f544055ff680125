package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.format.EntryPayload;

/** One entry as the rules see it. */
record Event(Place place, EventType type, EntryPayload payload, EventData data) {
  UUID id() {
    return payload.id();
  }

  String actor() {
    return payload.actor().value();
  }

  Instant time() {
    return payload.time();
  }

  Instant recordedTime() {
    return payload.recordedTime();
  }

  String subject() {
    return payload.subject().value();
  }
}
