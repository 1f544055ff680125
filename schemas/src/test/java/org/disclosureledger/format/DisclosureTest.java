package org.disclosureledger.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DisclosureTest {
  private static final byte[] SALT = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");

  static Stream<Arguments> rejections() {
    return Rejections.of(
        """
        {}                                          disclosure-shape          0
        []                                          disclosure-shape          1
        ["AAECAwQFBgcICQoLDA0ODw"]                  disclosure-shape          25
        ["AAECAwQFBgcICQoLDA0ODw","v"]              disclosure-shape          29
        ["AAECAwQFBgcICQoLDA0ODw","w",1]            disclosure-shape          26
        ["AAECAwQFBgcICQoLDA0ODw",1,1]              disclosure-shape          26
        ["AAECAwQFBgcICQoLDA0ODw","v",1,2]          disclosure-shape          32
        [1,"v",1]                                   disclosure-shape          1
        ["AAECAwQFBgcICQoLDA0OD","v",1]             disclosure-salt           1
        ["AAECAwQFBgcICQoLDA0ODx","v",1]            disclosure-salt           1
        ["AAECAwQFBgcICQoLDA0ODw==","v",1]          disclosure-salt           1
        ["AAECAwQFBgcICQoLDA0ODxA","v",1]           disclosure-salt           1
        ["","v",1]                                  disclosure-salt           1
        ["AAECAwQFBgcICQoLDA0ODw","v",{"_sd":[]}]   disclosure-reserved-name  31
        ["AAECAwQFBgcICQoLDA0ODw","v",[{"...":1}]]  disclosure-reserved-name  32
        ["AAECAwQFBgcICQoLDA0ODw","v",{"_sd_alg":1}]  disclosure-reserved-name  31
        ["AAECAwQFBgcICQoLDA0ODw","v",1.5]          json-number               30
        ["AAECAwQFBgcICQoLDA0ODw","v",{"a":1,"a":2}]  json-duplicate-name     37
        ["AAECAwQFBgcICQoLDA0ODw","v","«FF»"]       json-utf8                 31
        ["AAECAwQFBgcICQoLDA0ODw","v",1]«20»        json-trailing             32
        ["AAECAwQFBgcICQoLDA0ODw","v",«5B×16»       json-depth                45
        """);
  }

  @ParameterizedTest
  @MethodSource("rejections")
  void isRejected(String json, String rule, long offset) {
    String encoded = CanonicalBase64.encodeUrl(Rejections.bytes(json));
    Rejections.assertRejected(encoded, Disclosure::parse, rule, offset * 8 / 6);
  }

  @Test
  void itsTextMustBeCanonicalBase64UrlOfBoundedLength() {
    String encoded = new Disclosure(SALT, "1".getBytes(StandardCharsets.UTF_8)).encoded();
    Rejections.assertRejected(encoded + "=", Disclosure::parse, "base64url", encoded.length());
    Rejections.assertRejected("é", Disclosure::parse, "base64url", 0);
    Rejections.assertRejected("A".repeat(65_536), Disclosure::parse, "disclosure-length", -1);
  }

  @Test
  void anAbsentValueCommitsToNullAndReadsBack() {
    Disclosure written = new Disclosure(SALT, "null".getBytes(StandardCharsets.UTF_8));
    assertThat(written.encoded())
        .isEqualTo(
            CanonicalBase64.encodeUrl(
                "[\"AAECAwQFBgcICQoLDA0ODw\",\"v\",null]".getBytes(StandardCharsets.UTF_8)));
    Disclosure read = Disclosure.parse(written.encoded());
    assertThat(read).isEqualTo(written);
    assertThat(read.salt16()).isEqualTo(SALT);
    assertThat(new String(read.valueJson(), StandardCharsets.UTF_8)).isEqualTo("null");
  }

  @Test
  void theTextIsKeptAsReadSinceTheDigestIsOverIt() {
    String spaced = "[ \"AAECAwQFBgcICQoLDA0ODw\", \"v\", { \"a\" : \"Ví Dụ\" } ]";
    String encoded = CanonicalBase64.encodeUrl(spaced.getBytes(StandardCharsets.UTF_8));
    Disclosure read = Disclosure.parse(encoded);
    assertThat(read.encoded()).isEqualTo(encoded);
    assertThat(new String(read.valueJson(), StandardCharsets.UTF_8))
        .isEqualTo("{ \"a\" : \"Ví Dụ\" }");
    assertThat(read.digest())
        .isNotEqualTo(new Disclosure(SALT, read.valueJson()).digest())
        .hasSize(43);
  }

  @Test
  void aValueThatBreaksARuleCannotBeWritten() {
    FormatException e =
        catchThrowableOfType(
            FormatException.class,
            () -> new Disclosure(SALT, "{\"_sd\":[]}".getBytes(StandardCharsets.UTF_8)));
    assertThat(e.rule()).isEqualTo("disclosure-reserved-name");
    assertThat(
            catchThrowableOfType(
                    FormatException.class,
                    () -> new Disclosure(SALT, "1,2".getBytes(StandardCharsets.UTF_8)))
                .rule())
        .isEqualTo("disclosure-shape");
    assertThat(
            catchThrowableOfType(FormatException.class, () -> new Disclosure(new byte[15], SALT)))
        .isNotNull();
  }

  @Test
  void itsTextFormShowsNoPersonalData() {
    Disclosure disclosure =
        new Disclosure(SALT, "\"officer@example.com\"".getBytes(StandardCharsets.UTF_8));
    assertThat(disclosure.toString()).doesNotContain("example").contains(disclosure.digest());
  }
}
