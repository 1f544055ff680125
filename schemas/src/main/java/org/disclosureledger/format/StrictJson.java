package org.disclosureledger.format;

/** The lexical rules of FORMAT §1 for any UTF-8 JSON text. */
public final class StrictJson {
  private StrictJson() {}

  /**
   * Checks one JSON value and nothing behind it; rules {@code json-*}, offsets into {@code json}.
   */
  public static void check(byte[] json) {
    JsonScanner scanner = new JsonScanner(json);
    while (scanner.next() != JsonScanner.Token.END) {
      // each token is checked as it is read
    }
  }
}
