package org.disclosureledger.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommitmentTest {
  private static String digests(String template) {
    return template.replace("DA", SampleEntry.DIGEST_A).replace("DB", SampleEntry.DIGEST_B);
  }

  static Stream<Arguments> rejections() {
    return Rejections.of(
        """
        {"_sd":["DA"]}                               commitment-place          1
        {"a":1,"_sd":["DA"]}                         commitment-place          7
        {"a":[{"_sd":["DA"]}]}                       commitment-array-element  7
        {"a":[[{"_sd":["DA"]}]]}                     commitment-array-element  8
        {"a":{"_sd":["DA"],"b":1}}                   commitment-shape          6
        {"a":{"b":1,"_sd":["DA"]}}                   commitment-shape          12
        {"a":{"_sd":[]}}                             commitment-shape          6
        {"a":{"_sd":["DA","DB"]}}                    commitment-shape          6
        {"a":{"_sd":"DA"}}                           commitment-shape          6
        {"a":{"_sd":{"b":"DA"}}}                     commitment-shape          6
        {"a":{"_sd":[1]}}                            commitment-shape          6
        {"a":{"_sd":null}}                           commitment-shape          6
        {"a":{"_sd":[["DA"]]}}                       commitment-shape          6
        {"a":{"_sd":["DA=","DB"]}}                   commitment-shape          6
        {"a":{"_sd":["DA="]}}                        commitment-digest         13
        {"a":{"_sd":["DAA"]}}                        commitment-digest         13
        {"a":{"_sd":[""]}}                           commitment-digest         13
        {"a":{"_sd":["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB"]}}  commitment-digest  13
        {"a":{"_sd":["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+"]}}  commitment-digest  13
        {"a":{"_sd":["DA"]},"b":{"_sd":["DA"]}}      commitment-repeated       73
        {"a":[{"b":{"_sd":["DA"]}},{"b":{"_sd":["DA"]}}]}  commitment-repeated  81
        {"...":"DA"}                                 commitment-reserved-name  1
        {"a":[{"...":"DA"}]}                         commitment-reserved-name  7
        {"_sd_alg":"sha-256"}                        commitment-reserved-name  1
        {"a":{"b":{"_sd_alg":1}}}                    commitment-reserved-name  11
        {"a":{"\\u005fsd":["DA"],"b":1}}             commitment-shape          6
        {"\\u002e..":1}                              commitment-reserved-name  1
        """);
  }

  @ParameterizedTest
  @MethodSource("rejections")
  void isRejected(String data, String rule, long offset) {
    byte[] json = digests(data).getBytes(StandardCharsets.UTF_8);
    Rejections.assertRejected(json, EntryCodec::slots, rule, offset);
  }

  @Test
  void slotsAreFoundWithTheirPointersInTheOrderInWhichTheyStand() {
    String data =
        digests(
            "{\"x\":{\"a/b\":{\"m~n\":{\"_sd\":[\"DB\"]}}},"
                + "\"targets\":[{\"ordinal\":1,\"identifier\":{\"_sd\":[\"DA\"]}}]}");
    assertThat(EntryCodec.slots(data.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            new CommitmentSlot("/x/a~1b/m~0n", SampleEntry.DIGEST_B),
            new CommitmentSlot("/targets/0/identifier", SampleEntry.DIGEST_A));
  }

  @Test
  void valuesThatOnlyLookReservedAreNone() {
    String data = "{\"a\":\"_sd\",\"b\":[\"...\"],\"_sdx\":null,\"....\":[null]}";
    assertThat(EntryCodec.slots(data.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}
