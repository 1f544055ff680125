package org.disclosureledger.verifier.conduct;

import org.jspecify.annotations.Nullable;

/** One item of a request and how far its answer has come. */
final class Item {
  /** Kinds that a rule tells apart stand first. */
  enum Kind {
    PRESERVATION,
    TAKEDOWN,
    SUSPENSION,
    SUBSCRIBER_DATA,
    USER_IDENTIFYING_DATA,
    TRAFFIC_DATA,
    STORED_CONTENT,
    DOCUMENT,
    FIGURES,
    PHYSICAL_EVIDENCE,
    TECHNICAL_INFORMATION,
    MOBILISATION,
    INSPECTION,
    REPORT,
    OTHER;

    /** Whether a measure is its answer, so that nothing is delivered for it. */
    boolean isAnsweredByMeasure() {
      return this == PRESERVATION || this == TAKEDOWN || this == SUSPENSION;
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

  /** Records in all dispatched parts that did not fail. */
  long delivered;

  /** Dispatched parts, failed ones included. */
  int parts;

  /** Dispatched parts that failed. */
  int failedParts;

  Item(Kind kind, Scope asked) {
    this.kind = kind;
    this.asked = asked;
  }

  /** Back to the start: no approval stands any more. What was handed over stays handed over. */
  void receivedAnew() {
    stand = Stand.RECEIVED;
    approved = null;
  }
}
