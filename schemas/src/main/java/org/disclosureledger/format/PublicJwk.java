package org.disclosureledger.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.format.JsonScanner.Token;
import org.jspecify.annotations.Nullable;

/**
 * An Ed25519 public key as a JWK (RFC 8037) of exactly {@code kty}, {@code crv}, {@code x}, {@code
 * kid}. That x is a canonical point of prime order is for the holder of the cryptography to check.
 *
 * @param x 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record PublicJwk(byte[] x) {
  private static final Set<String> MEMBERS = Set.of("kty", "crv", "x", "kid");

  /** Rule {@code jwk-shape}. */
  public PublicJwk {
    if (x.length != 32) {
      throw FormatRule.JWK_SHAPE.violation("an Ed25519 public key has 32 bytes, not " + x.length);
    }
    x = x.clone();
  }

  /** Rules {@code jwk-shape}, {@code jwk-thumbprint} and {@code json-*}; members in any order. */
  public static PublicJwk parse(byte[] json) {
    Map<String, String> members = new HashMap<>();
    JsonScanner scanner = new JsonScanner(json);
    require(scanner.next() == Token.OBJECT_START, scanner.start());
    while (scanner.next() == Token.NAME) {
      String name = scanner.text();
      require(MEMBERS.contains(name), scanner.start());
      require(scanner.next() == Token.STRING, scanner.start());
      members.put(name, scanner.text());
    }
    scanner.next();
    String x = members.get("x");
    if (x == null
        || !"OKP".equals(members.get("kty"))
        || !"Ed25519".equals(members.get("crv"))
        || !members.containsKey("kid")) {
      throw shape(0);
    }
    PublicJwk key = new PublicJwk(CanonicalBase64.decodeUrl(x));
    if (!key.kid().value().equals(members.get("kid"))) {
      throw FormatRule.JWK_THUMBPRINT.violation(0, "kid is not the key's RFC 7638 thumbprint");
    }
    return key;
  }

  private static void require(boolean shape, int offset) {
    if (!shape) {
      throw shape(offset);
    }
  }

  private static FormatException shape(int offset) {
    return FormatRule.JWK_SHAPE.violation(
        offset, "a key is an object of kty OKP, crv Ed25519, x and kid");
  }

  /** RFC 7638 thumbprint. */
  public KeyId kid() {
    String canonical =
        "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + CanonicalBase64.encodeUrl(x) + "\"}";
    byte[] thumbprint = Sha256.of(canonical.getBytes(StandardCharsets.US_ASCII));
    return new KeyId(CanonicalBase64.encodeUrl(thumbprint));
  }

  /** Members in the order {@code kty}, {@code crv}, {@code x}, {@code kid}, without spaces. */
  public String toJson() {
    return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\""
        + CanonicalBase64.encodeUrl(x)
        + "\",\"kid\":\""
        + kid()
        + "\"}";
  }

  /** 32 bytes, a copy. */
  @Override
  public byte[] x() {
    return x.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PublicJwk that && Arrays.equals(x, that.x);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(x);
  }

  @Override
  public String toString() {
    return toJson();
  }
}
