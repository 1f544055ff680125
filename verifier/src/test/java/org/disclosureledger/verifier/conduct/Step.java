package org.disclosureledger.verifier.conduct;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.verifier.ledger.TestLedger;

/** One entry that is to be, with the id that other entries may name it by. */
record Step(UUID id, String subject, Person who, String type, Instant recorded, String data) {

  Step by(Person other) {
    return new Step(id, subject, other, type, recorded, data);
  }

  Step saying(String other) {
    return new Step(id, subject, who, type, recorded, other);
  }

  boolean is(String name) {
    return type.startsWith(name + ".v");
  }

  /** The entries in which just these were done, unsigned and unlinked: conduct looks at neither. */
  static List<EntryPayload> payloads(List<Step> steps) {
    Map<String, Long> sequences = new HashMap<>();
    List<EntryPayload> payloads = new ArrayList<>();
    for (Step step : steps) {
      payloads.add(
          new EntryPayload(
              step.id,
              new Origin(TestLedger.ORIGIN),
              "org.disclosureledger." + step.type,
              new StreamId(step.subject),
              step.recorded,
              step.recorded,
              sequences.merge(step.subject, 1L, Long::sum) - 1,
              LeafHash.ZERO,
              step.who.actor(),
              step.who.role(),
              null,
              null,
              "https://disclosureledger.example/events/" + step.type,
              step.data.getBytes(StandardCharsets.UTF_8)));
    }
    return payloads;
  }
}
