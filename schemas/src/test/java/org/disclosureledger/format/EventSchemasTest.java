package org.disclosureledger.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class EventSchemasTest {
  static List<Path> schemas() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/events"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void aShippedSchemaIsNamedByItsId(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    assertThat(name).matches("[a-z-]+(\\.[a-z-]+)+\\.v[1-9][0-9]*\\.schema\\.json");
    byte[] json = Files.readAllBytes(file);
    StrictJson.check(trimmed(json));
    String event = name.substring(0, name.length() - ".schema.json".length());
    assertThat(member(json, "$id")).isEqualTo("https://disclosureledger.example/events/" + event);
    assertThat(member(json, "$schema")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
  }

  private static byte[] trimmed(byte[] json) {
    return new String(json, StandardCharsets.UTF_8)
        .stripTrailing()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String member(byte[] json, String name) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      for (JsonToken token = parser.nextToken();
          token == JsonToken.PROPERTY_NAME;
          token = parser.nextToken()) {
        String member = parser.currentName();
        parser.nextToken();
        if (name.equals(member)) {
          return parser.getString();
        }
        parser.skipChildren();
      }
    }
    return "";
  }
}
