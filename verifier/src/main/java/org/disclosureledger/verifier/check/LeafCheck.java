package org.disclosureledger.verifier.check;

/** Sees every leaf once, in order. */
interface LeafCheck {
  void leaf(Leaf leaf);

  /** Called when all leaves of a bundle have been seen. */
  default void endOfBundle() {}

  /** Called after the last leaf, with all keys that the ledger enrolled. */
  default void keys(KeyRing keys) {}
}
