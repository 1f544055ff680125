package org.disclosureledger.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypesTest {
  /** RFC 8037, appendix A. */
  private static final String JWK =
      "{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
          + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\","
          + "\"kid\":\"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29T00:00:00.000Z",
        "2000-02-29T23:59:59.999Z",
        "0000-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z"
      })
  void timesReadBackAsWritten(String text) {
    assertThat(FormatTime.format(FormatTime.parse(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1900-02-29T00:00:00.000Z",
        "2026-02-29T00:00:00.000Z",
        "2026-04-31T00:00:00.000Z",
        "2026-01-00T00:00:00.000Z",
        "2026-01-01T23:59:60.000Z",
        "2026-12-31T24:00:00.000Z",
        "2026-01-01T00:00:00.00Z",
        "2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.000+00:00",
        "-026-01-01T00:00:00.000Z",
        "２026-01-01T00:00:00.000Z",
        ""
      })
  void timesThatAreNoneAreRefused(String text) {
    Rejections.assertRejected(text, FormatTime::parse, "timestamp", 0);
  }

  @Test
  void aYearOfFiveDigitsCannotBeWritten() {
    Instant late = Instant.parse("9999-12-31T23:59:59.999Z").plusMillis(1);
    assertThat(catchThrowableOfType(FormatException.class, () -> FormatTime.format(late)).rule())
        .isEqualTo("timestamp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ledger.example.vn", "ledger.example.vn/ent-01", "a/~_.b/c-d"})
  void originsAreAccepted(String text) {
    assertThat(new Origin(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "a/", "a//b", "A", "a b", "a+b", "a~b", "é", "a\n"})
  void originsAreRefused(String text) {
    Rejections.assertRejected(text, Origin::new, "origin", 0);
  }

  @Test
  void lengthsEndWhereTheyShould() {
    assertThat(new Origin("a".repeat(255)).value()).hasSize(255);
    Rejections.assertRejected("a".repeat(256), Origin::new, "origin", 0);
    assertThat(new StreamId("a/" + "b".repeat(126)).value()).hasSize(128);
    Rejections.assertRejected("a/" + "b".repeat(127), StreamId::new, "stream-id", 0);
    // a pattern that backtracks or recurses would not come back from this
    Rejections.assertRejected("a/a".repeat(1_000_000), StreamId::new, "stream-id", 0);
    Rejections.assertRejected("a/a".repeat(1_000_000), Origin::new, "origin", 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Request", "request/", "request//a", "9/a", "a-b/c", "a/_", "a\n"})
  void streamsAreRefused(String text) {
    Rejections.assertRejected(text, StreamId::new, "stream-id", 0);
  }

  @Test
  void actorsAreRandomIdsOrTheSystem() {
    UUID person = UUID.fromString("8f14e45f-ceea-4a7d-9c3b-000000000003");
    assertThat(Actor.of(person).isSystem()).isFalse();
    assertThat(new Actor("system")).isEqualTo(Actor.SYSTEM);
    assertThat(Actor.SYSTEM.isSystem()).isTrue();
    for (String text : new String[] {"", "SYSTEM", "8f14e45f-ceea-1a7d-9c3b-000000000003"}) {
      Rejections.assertRejected(text, Actor::new, "actor", 0);
    }
    Rejections.assertRejected(
        UUID.fromString("01980000-0000-7000-8000-000000000001"), Actor::of, "actor", 0);
  }

  @Test
  void rolesHaveTheirCodes() {
    for (ActorRole role : ActorRole.values()) {
      assertThat(ActorRole.parse(role.code())).isEqualTo(role);
    }
    Rejections.assertRejected("LEGAL", ActorRole::parse, "actor-role", 0);
  }

  @Test
  void aKeyIsReadWithTheThumbprintOfTheStandardsExample() {
    PublicJwk key = PublicJwk.parse(JWK.getBytes(StandardCharsets.UTF_8));
    assertThat(key.kid().value()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    assertThat(key.toJson()).isEqualTo(JWK);
  }

  static Stream<Arguments> jwks() {
    return Stream.of(
        Arguments.of(JWK.replace("OKP", "EC"), "jwk-shape"),
        Arguments.of(JWK.replace("Ed25519", "X25519"), "jwk-shape"),
        Arguments.of(JWK.replace("\"x\"", "\"y\""), "jwk-shape"),
        Arguments.of(JWK.replace("{", "{\"alg\":\"EdDSA\","), "jwk-shape"),
        Arguments.of(JWK.replace("\"OKP\"", "1"), "jwk-shape"),
        Arguments.of("[" + JWK + "]", "jwk-shape"),
        Arguments.of(JWK.replace("URo", "UQ"), "jwk-shape"),
        Arguments.of(JWK.replace("11qY", "12qY"), "jwk-thumbprint"),
        Arguments.of(JWK.replace("S4k", "S4g"), "jwk-thumbprint"),
        Arguments.of(JWK.replace("URo", "URp"), "base64url"),
        Arguments.of(JWK + " ", "json-trailing"));
  }

  @ParameterizedTest
  @MethodSource("jwks")
  void keysAreRefused(String json, String rule) {
    FormatException e =
        catchThrowableOfType(
            FormatException.class, () -> PublicJwk.parse(json.getBytes(StandardCharsets.UTF_8)));
    assertThat(e.rule()).isEqualTo(rule);
  }

  @Test
  void hashesAreImmutableAndExact() {
    byte[] bytes = new byte[32];
    LeafHash hash = LeafHash.of(bytes);
    bytes[0] = 1;
    hash.toBytes()[1] = 1;
    assertThat(hash).isEqualTo(LeafHash.ZERO).hasSameHashCodeAs(LeafHash.ZERO);
    assertThat(LeafHash.parseBase64Url(hash.toBase64Url())).isEqualTo(hash);
    Rejections.assertRejected(new byte[31], LeafHash::of, "leaf-hash", -1);
    Rejections.assertRejected("AAAA", LeafHash::parseBase64Url, "leaf-hash", 0);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "AA, 00",
    "AQ, 01",
    "-_8, fbff",
    "AAAA, 000000",
  })
  void canonicalBase64UrlIsRead(String text, String hex) {
    assertThat(CanonicalBase64.decodeUrl(text)).isEqualTo(HexFormat.of().parseHex(hex));
  }

  @ParameterizedTest
  @CsvSource({
    "A, 1",
    "AB, 1",
    "AA=, 2",
    "AA==, 2",
    "AAB, 2",
    "A+A, 1",
    "'AA ', 2",
    "'A\nA', 1",
    "AAAAA, 5"
  })
  void otherBase64UrlIsRefused(String text, long offset) {
    Rejections.assertRejected(text, CanonicalBase64::decodeUrl, "base64url", offset);
  }

  @ParameterizedTest
  @CsvSource({"AA, 2", "AA=, 3", "AB==, 1", "AA==A, 5", "-_8=, 0", "AA==AA==, 8", "=, 1"})
  void otherPaddedBase64IsRefused(String text, long offset) {
    FormatException e =
        catchThrowableOfType(FormatException.class, () -> CanonicalBase64.decode(text));
    assertThat(e.rule()).isEqualTo("base64");
    assertThat(e.offset()).isLessThanOrEqualTo(offset);
  }
}
