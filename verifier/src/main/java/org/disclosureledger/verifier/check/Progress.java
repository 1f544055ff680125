package org.disclosureledger.verifier.check;

/** Told how far a long run has come. */
public interface Progress {
  Progress NONE = (done, total) -> {};

  /** Leaves done, of so many. */
  void at(long done, long total);
}
