package org.disclosureledger.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.disclosureledger.format.JsonScanner.Token;
import org.jspecify.annotations.Nullable;

/**
 * What opens a salted commitment (RFC 9901 §4.2.1): base64url of {@code [salt,"v",value]}. The
 * encoded text is kept as read, since the digest is over it.
 */
public final class Disclosure {
  private static final int SALT_BYTES = 16;

  private final byte[] salt16;
  private final byte[] valueJson;
  private final String encoded;

  /**
   * A new disclosure, written without spaces.
   *
   * @param salt16 16 random bytes
   * @param valueJson UTF-8 JSON of the committed value; {@code null} for an absent one
   */
  public Disclosure(byte[] salt16, byte[] valueJson) {
    this(salt16.clone(), valueJson.clone(), encode(salt16, valueJson));
    parse(encoded);
  }

  private Disclosure(byte[] salt16, byte[] valueJson, String encoded) {
    this.salt16 = salt16;
    this.valueJson = valueJson;
    this.encoded = encoded;
  }

  /** Rules {@code disclosure-*}, {@code base64url}, {@code json-*}; offsets as in entries. */
  public static Disclosure parse(String encoded) {
    if (encoded.length() > FormatLimits.MAX_DISCLOSURE_BYTES) {
      throw FormatRule.DISCLOSURE_LENGTH.violation("a disclosure has at most 65,535 bytes");
    }
    byte[] json = CanonicalBase64.decodeUrl(encoded);
    try {
      return read(json, encoded);
    } catch (FormatException e) {
      throw e.at(e.offset() * 8 / 6);
    }
  }

  private static Disclosure read(byte[] json, String encoded) {
    JsonScanner scanner = new JsonScanner(json);
    require(scanner.next() == Token.ARRAY_START, scanner);
    require(scanner.next() == Token.STRING, scanner);
    byte[] salt = salt(scanner.text(), scanner.start());
    require(scanner.next() == Token.STRING && scanner.text().equals("v"), scanner);
    Token first = scanner.next();
    require(first != Token.ARRAY_END, scanner);
    int start = scanner.start();
    value(scanner, first);
    byte[] value = Arrays.copyOfRange(json, start, scanner.end());
    require(scanner.next() == Token.ARRAY_END, scanner);
    scanner.next();
    return new Disclosure(salt, value, encoded);
  }

  private static void require(boolean shape, JsonScanner scanner) {
    if (!shape) {
      throw FormatRule.DISCLOSURE_SHAPE.violation(
          scanner.start(), "a disclosure is an array of a salt, \"v\" and a value");
    }
  }

  private static byte[] salt(String text, int offset) {
    FormatException cause = null;
    try {
      byte[] salt = CanonicalBase64.decodeUrl(text);
      if (salt.length == SALT_BYTES) {
        return salt;
      }
    } catch (FormatException e) {
      cause = e;
    }
    FormatException violation =
        FormatRule.DISCLOSURE_SALT.violation(offset, "a salt is 16 bytes in canonical base64url");
    violation.initCause(cause);
    throw violation;
  }

  private static void value(JsonScanner scanner, Token first) {
    int depth = 0;
    for (Token token = first; ; token = scanner.next()) {
      if (token == Token.NAME && DataScan.isReserved(scanner.text())) {
        throw FormatRule.DISCLOSURE_RESERVED_NAME.violation(
            scanner.start(), "a disclosed value contains no commitment");
      }
      if (token == Token.OBJECT_START || token == Token.ARRAY_START) {
        depth++;
      } else if (token == Token.OBJECT_END || token == Token.ARRAY_END) {
        depth--;
      }
      if (depth == 0) {
        return;
      }
    }
  }

  private static String encode(byte[] salt, byte[] valueJson) {
    byte[] head =
        ("[\"" + CanonicalBase64.encodeUrl(salt) + "\",\"v\",").getBytes(StandardCharsets.US_ASCII);
    byte[] json = Arrays.copyOf(head, head.length + valueJson.length + 1);
    System.arraycopy(valueJson, 0, json, head.length, valueJson.length);
    json[json.length - 1] = ']';
    return CanonicalBase64.encodeUrl(json);
  }

  /** 16 bytes, a copy. */
  public byte[] salt16() {
    return salt16.clone();
  }

  /** The value's JSON as it stands in the disclosure, a copy. */
  public byte[] valueJson() {
    return valueJson.clone();
  }

  /** As it is handed over and digested. */
  public String encoded() {
    return encoded;
  }

  /** base64url SHA-256 of the encoded text: what stands in the slot. */
  public String digest() {
    return CanonicalBase64.encodeUrl(Sha256.of(encoded.getBytes(StandardCharsets.US_ASCII)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Disclosure that && encoded.equals(that.encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  /** The digest only: the value is personal data. */
  @Override
  public String toString() {
    return "Disclosure[" + digest() + "]";
  }
}
