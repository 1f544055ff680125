package org.disclosureledger.service.sample;

/** How a request goes, given the time. */
enum Course {
  /** All of it at once. */
  ANSWERED,
  /** In two deliveries. */
  IN_PARTS,
  /** In a delivery that did not arrive, and in a second that did. */
  DELIVERED_AGAIN,
  /** A part, and the rest refused on several grounds. */
  REST_REFUSED,
  /** Nothing: refused without having verified who asks. */
  REFUSED,
  /** Nothing: whoever asked was not who they said. */
  FORGED,
  /** Nothing: the agency had ended before it asked. */
  ENDED_AGENCY,
  /** Nobody did any more than record it. */
  FORGOTTEN,
  /** Forgotten until a supervisor asked. */
  REMINDED,
  /** An emergency in a letter or an e-mail. */
  WRITTEN_EMERGENCY,
  /** An emergency by telephone; the paper came in time. */
  ORAL_CONFIRMED,
  /** An emergency by telephone; the paper came late. */
  ORAL_LATE,
  /** An emergency by telephone; the paper never came. */
  ORAL_MISSED,
  /** An emergency by telephone, of which the agency knew nothing when it was called back. */
  ORAL_FORGED,
  /** An emergency by telephone that was answered only once it was on paper. */
  ORAL_ON_PAPER,
  /** A question to the agency, and its answer. */
  CLARIFIED,
  /** A question to the agency that was withdrawn. */
  QUESTION_WITHDRAWN,
  /** A later due time, with the agency's consent. */
  EXTENDED,
  /** A later due time without it, and an obstacle reported to the supervisors. */
  HINDERED,
  /** Some or all of it is not held. */
  NO_DATA,
  /** A service suspended and given back. */
  SUSPENDED,
  /** A service suspended, and given back when the request was closed already. */
  GIVEN_BACK_LATE,
  /** Data preserved until a later order. */
  PRESERVED,
  /** Infrastructure put at the state's disposal. */
  MOBILISED,
  /** Taken back by the agency while it was asked what it meant. */
  CANCELLED_IN_QUESTION,
  /** Taken back by the agency while an acceptance waited for its second person. */
  CANCELLED_IN_ACT,
  /** Answered, closed, and opened again. */
  REOPENED,
  /** Taken back, and demanded after all. */
  RENEWED,
  /** The record of the officer and the document was wrong. */
  MEMBERS_CORRECTED,
  /** The record of what was asked was wrong. */
  ITEMS_CORRECTED,
  /** The record of when it came was wrong. */
  RECEIPT_CORRECTED,
  /** The record of who asked was wrong. */
  AGENCY_CORRECTED,
  /** What was wrong in the answer is said, after it was closed. */
  STATED,
  /** An error found before anything went out. */
  ERROR_CAUGHT,
  /** An error found after something went out. */
  ERROR_DISCLOSED,
  /** The same targets as another request. */
  DUPLICATE,
  /** Goes on with another request. */
  LINKED,
  /** Hundreds of targets. */
  BIG;

  boolean oral() {
    return switch (this) {
      case ORAL_CONFIRMED, ORAL_LATE, ORAL_MISSED, ORAL_FORGED, ORAL_ON_PAPER -> true;
      default -> false;
    };
  }

  boolean emergency() {
    return oral() || this == WRITTEN_EMERGENCY;
  }

  /** Whether it needs the due time of a written confirmation, which a policy gives. */
  boolean needsConfirmation() {
    return this == ORAL_CONFIRMED || this == ORAL_LATE || this == ORAL_MISSED;
  }

  /** Whether it refers to a request recorded before. */
  boolean refers() {
    return this == DUPLICATE || this == LINKED;
  }
}
