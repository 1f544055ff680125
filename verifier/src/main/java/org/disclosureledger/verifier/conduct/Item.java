package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One item of a request and how far its answer has come. */
final class Item {
  /** Kinds that a rule tells apart stand first. */
  enum Kind {
    PRESERVATION,
    TAKEDOWN,
    SUSPENSION,
    MOBILISATION,
    SUBSCRIBER_DATA,
    USER_IDENTIFYING_DATA,
    TRAFFIC_DATA,
    STORED_CONTENT,
    DOCUMENT,
    FIGURES,
    PHYSICAL_EVIDENCE,
    TECHNICAL_INFORMATION,
    INSPECTION,
    REPORT,
    OTHER;

    /** Whether a measure is its answer, so that nothing is delivered for it. */
    boolean isAnsweredByMeasure() {
      return this == PRESERVATION || this == TAKEDOWN || this == SUSPENSION || this == MOBILISATION;
    }
  }

  /** DOMAIN §1; from {@link #DISCLOSED} on the agency has its answer. */
  enum Stand {
    RECEIVED,
    APPROVED,
    EMERGENCY_APPROVED,
    PARTIAL,
    DISCLOSED,
    NO_DATA,
    REJECTED,
    CANCELLED,
    IN_FORCE,
    LIFTED;

    boolean isTerminal() {
      return compareTo(DISCLOSED) >= 0;
    }
  }

  Kind kind;
  Scope asked;
  @Nullable Scope approved;
  Stand stand = Stand.RECEIVED;

  /** Records in all dispatched parts under the present approval that did not fail. */
  long delivered;

  /** Dispatched parts that are not known to have failed, under whatever approval. */
  int handedOver;

  /** Dispatched parts, failed ones included. */
  int parts;

  /** Dispatched parts under earlier approvals: a new approval counts anew. */
  int earlierParts;

  /** Dispatched parts under the present approval that failed. */
  int failedParts;

  /** Whom the measure in force was taken on. */
  @Nullable Targets taken;

  /** When the last event changed it, as claimed. */
  Instant changedAt;

  Item(Kind kind, Scope asked, Instant at) {
    this.kind = kind;
    this.asked = asked;
    this.changedAt = at;
  }

  /** Approved, perhaps once more: what was handed over before was under another approval. */
  void approve(Scope scope, Stand now, Instant at) {
    approved = scope;
    changedAt = at;
    stand = now;
    delivered = 0;
    failedParts = 0;
    earlierParts = parts;
  }

  void end(Stand answer, Instant at) {
    stand = answer;
    changedAt = at;
  }

  /** Whether a part under the present approval went out and did not fail. */
  boolean isGivenInPart() {
    return parts - earlierParts > failedParts;
  }

  /** Back to the start: no approval stands any more. What was handed over stays handed over. */
  void receivedAnew(Instant at) {
    changedAt = at;
    stand = Stand.RECEIVED;
    approved = null;
  }
}
