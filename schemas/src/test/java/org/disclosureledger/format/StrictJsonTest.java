package org.disclosureledger.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.disclosureledger.format.JsonScanner.Token;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class StrictJsonTest {
  static Stream<Arguments> rejections() {
    return Rejections.of(
        """
        «EFBBBF»{}                            json-bom              0
        «FEFF007B007D»                        json-utf8             0
        "«FF»"                                json-utf8             1
        "a«C3»"                               json-utf8             2
        "«C080»"                              json-utf8             1
        "«C1BF»"                              json-utf8             1
        "«E08080»"                            json-utf8             1
        "«E09FBF»"                            json-utf8             1
        "«EDA080»"                            json-utf8             1
        "«EDA080EDB080»"                      json-utf8             1
        "«F08080AF»"                          json-utf8             1
        "«F4908080»"                          json-utf8             1
        "«F8888080AF»"                        json-utf8             1
        "ễ«E1BB»"                             json-utf8             4
        {"a":1,"a":2}                         json-duplicate-name   7
        {"a":1,"\\u0061":2}                   json-duplicate-name   7
        {"":1,"":2}                           json-duplicate-name   6
        {"x":{"b":1,"c":2,"b":3}}             json-duplicate-name   18
        {"😀":1,"\\uD83D\\uDE00":2}            json-duplicate-name   10
        "\\uD800"                             json-surrogate        1
        "a\\uDC00"                            json-surrogate        2
        "\\uD800x"                            json-surrogate        1
        "\\uD800\\uD800"                      json-surrogate        1
        "\\uD800\\n"                          json-surrogate        1
        "\\uDE00\\uD83D"                      json-surrogate        1
        {"\\uD800":1}                         json-surrogate        2
        {}«20»                                json-trailing         2
        {}«0A»                                json-trailing         2
        {}{}                                  json-trailing         2
        1«00»                                 json-trailing         1
        []]                                   json-trailing         2
        «5B×17»                               json-depth            16
        [[[[[[[[[[[[[[[{"a":{}}               json-depth            20
        -0                                    json-number           0
        01                                    json-number           0
        -01                                   json-number           0
        1.0                                   json-number           0
        1e3                                   json-number           0
        1E3                                   json-number           0
        -                                     json-number           0
        1-2                                   json-number           0
        9007199254740992                      json-number           0
        -9007199254740992                     json-number           0
        9999999999999999                      json-number           0
        10000000000000000                     json-number           0
        [0,1.5]                               json-number           3
        [00]                                  json-number           1
        +1                                    json-syntax           0
        .5                                    json-syntax           0
        NaN                                   json-syntax           0
        Infinity                              json-syntax           0
        «»                                    json-syntax           0
        «20»                                  json-syntax           1
        tru                                   json-syntax           0
        True                                  json-syntax           0
        nul                                   json-syntax           0
        [1,]                                  json-syntax           3
        [,1]                                  json-syntax           1
        [1 2]                                 json-syntax           3
        [1                                    json-syntax           2
        [1}                                   json-syntax           2
        {"a":1,}                              json-syntax           7
        {,"a":1}                              json-syntax           1
        {"a" 1}                               json-syntax           5
        {"a":}                                json-syntax           5
        {"a"}                                 json-syntax           4
        {a:1}                                 json-syntax           1
        {'a':1}                               json-syntax           1
        {1:1}                                 json-syntax           1
        {"a":1                                json-syntax           6
        {"a":1]                               json-syntax           6
        {"a":1 "b":2}                         json-syntax           7
        "abc                                  json-syntax           4
        "abc\\                                json-syntax           5
        "a«0A»b"                              json-syntax           2
        "a«00»b"                              json-syntax           2
        "a«1F»b"                              json-syntax           2
        "\\x41"                               json-syntax           1
        "\\'"                                 json-syntax           1
        "\\u12G4"                             json-syntax           1
        "\\u12                                json-syntax           1
        "\\uD83D\\uZZZZ"                      json-syntax           7
        [1]//c                                json-trailing         3
        [/**/1]                               json-syntax           1
        [1«A0»]                               json-utf8             2
        [1«C2A0»]                             json-syntax           2
        «0C»1                                 json-syntax           0
        [1«0B»]                               json-syntax           2
        """
            .replace("«»", ""));
  }

  @ParameterizedTest
  @MethodSource("rejections")
  void isRejected(String input, String rule, long offset) {
    Rejections.assertRejected(Rejections.bytes(input), StrictJson::check, rule, offset);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " \t\r\n{ \"a\" : [ ] }",
        "0",
        "-1",
        "9007199254740991",
        "-9007199254740991",
        "[0,-10,true,false,null,\"\"]",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\uD83D\\uDE00\"",
        "\"Nguyễn Văn Ví Dụ 😀 \u007f\"",
        "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]",
        "{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":2}]}"
      })
  void isAccepted(String input) {
    assertThatCode(() -> StrictJson.check(input.getBytes(StandardCharsets.UTF_8)))
        .doesNotThrowAnyException();
  }

  @Test
  void everyPrefixOfAValueIsRejected() {
    byte[] value =
        "{\"a\":[1,-20,\"ễ\\u00e9\",{\"b\":null}],\"c\":true}".getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < value.length; length++) {
      byte[] prefix = Arrays.copyOf(value, length);
      assertThat(accepts(prefix)).as("prefix of %d bytes", length).isFalse();
    }
    assertThat(accepts(value)).isTrue();
  }

  @Test
  void whatIsAcceptedAGeneralParserReadsAlike() {
    long seed = new Random().nextLong();
    System.out.println("StrictJsonTest seed " + seed);
    Random random = new Random(seed);
    byte[] sample =
        "{\"a\\u0041\":[1,-20,\"ễ\\uD83D\\uDE00\",{\"b\":null,\"\":0}],\"c\":true,\"d\":{\"e\":\"\\n\"}}"
            .getBytes(StandardCharsets.UTF_8);
    int accepted = 0;
    for (int round = 0; round < 200_000; round++) {
      byte[] mutated = Mutations.mutate(sample, random);
      List<String> ours = read(mutated);
      if (ours != null) {
        accepted++;
        assertThat(jackson(mutated)).as("seed %d round %d", seed, round).isEqualTo(ours);
      }
    }
    assertThat(accepted).isGreaterThan(1_000);
  }

  private static boolean accepts(byte[] json) {
    return read(json) != null;
  }

  private static @Nullable List<String> read(byte[] json) {
    try {
      JsonScanner scanner = new JsonScanner(json);
      List<String> tokens = new ArrayList<>();
      for (Token token = scanner.next(); token != Token.END; token = scanner.next()) {
        boolean text = token == Token.NAME || token == Token.STRING || token == Token.NUMBER;
        tokens.add(text ? token + scanner.text() : token.toString());
      }
      return tokens;
    } catch (FormatException e) {
      return null;
    }
  }

  private static List<String> jackson(byte[] json) {
    List<String> tokens = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        tokens.add(
            switch (token) {
              case START_OBJECT -> "OBJECT_START";
              case END_OBJECT -> "OBJECT_END";
              case START_ARRAY -> "ARRAY_START";
              case END_ARRAY -> "ARRAY_END";
              case PROPERTY_NAME -> "NAME" + parser.currentName();
              case VALUE_STRING -> "STRING" + parser.getString();
              case VALUE_NUMBER_INT -> "NUMBER" + parser.getString();
              case VALUE_TRUE -> "TRUE";
              case VALUE_FALSE -> "FALSE";
              case VALUE_NULL -> "NULL";
              default -> token.toString();
            });
      }
    }
    return tokens;
  }
}
