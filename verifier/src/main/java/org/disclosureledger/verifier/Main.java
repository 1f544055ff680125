package org.disclosureledger.verifier;

/** Entry point of the standalone verifier. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(2);
  }
}
