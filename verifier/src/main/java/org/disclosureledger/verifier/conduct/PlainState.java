package org.disclosureledger.verifier.conduct;

/** A stream of which no more is asked than that one event begins it. */
final class PlainState extends StreamState {
  boolean begun;
}
