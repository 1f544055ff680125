package org.disclosureledger.verifier.conduct;

/**
 * {@code data} is not as its type demands: the entry's own finding, and the end of its stream's
 * conduct.
 */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unreadable(String message) {
    super(message, null, false, false);
  }
}
