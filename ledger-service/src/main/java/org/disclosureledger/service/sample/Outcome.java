package org.disclosureledger.service.sample;

/** How a request ends, given the time. */
enum Outcome {
  /** All of it at once. */
  DISCLOSED,
  /** In two deliveries. */
  DISCLOSED_IN_PARTS,
  /** In a delivery that did not arrive, and in a second that did. */
  DISCLOSED_AGAIN,
  /** A part, and the rest refused. */
  REST_REFUSED,
  /** Nothing: refused without having verified who asks. */
  REFUSED,
  /** Nothing: whoever asked was not who they said. */
  FORGED,
  /** Nobody did any more than record it. */
  FORGOTTEN
}
