package org.disclosureledger.format;

/** RFC 7638 SHA-256 thumbprint of a public key, 43 base64url characters. */
public record KeyId(String value) {
  /** Rule {@code key-id}. */
  public KeyId {
    if (value.length() != 43) {
      throw FormatRule.KEY_ID.violation(0, "a key id has 43 characters, not " + value.length());
    }
    try {
      CanonicalBase64.decodeUrl(value);
    } catch (FormatException e) {
      FormatException violation =
          FormatRule.KEY_ID.violation(e.offset(), "a key id is canonical base64url");
      violation.initCause(e);
      throw violation;
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
