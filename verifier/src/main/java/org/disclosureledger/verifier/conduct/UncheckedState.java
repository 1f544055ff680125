package org.disclosureledger.verifier.conduct;

/** A stream that cannot be judged from some entry on. */
final class UncheckedState extends StreamState {
  static final UncheckedState INSTANCE = new UncheckedState();

  private UncheckedState() {}
}
