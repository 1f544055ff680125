package org.disclosureledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.disclosureledger.verifier.check.EventSchemas.EventSchema;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every shipped schema against strings that are as long as an entry lets them be. */
class EventSchemasTest {
  private static final Path SCHEMAS = Path.of("../schemas/src/main/resources/events");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int LONG = 48_000;

  /** What a group repeated for each of them would recurse over. */
  private static final List<String> HOSTILE =
      Stream.of("a", "a-", "a/", "a.", "aaa-", "0", "A_", "+", "a+00000000+")
          .map(unit -> unit.repeat(LONG / unit.length()))
          .toList();

  private final EventSchemas schemas = new EventSchemas();

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      List<Path> all = files.sorted().toList();
      assertThat(all).isNotEmpty();
      return all;
    }
  }

  /** Data with every member there is, and a string at each place that has a pattern. */
  private static JsonNode filled(JsonNode schema, JsonNode root, String text) {
    JsonNode ref = schema.get("$ref");
    JsonNode node = ref == null ? schema : root.at(ref.stringValue().substring(1));
    if (node.has("oneOf") && !node.has("properties")) {
      ObjectNode object = MAPPER.createObjectNode();
      for (JsonNode branch : node.get("oneOf").values()) {
        object.setAll((ObjectNode) filled(branch, root, text));
      }
      return object;
    }
    if (node.has("properties")) {
      ObjectNode object = MAPPER.createObjectNode();
      for (Map.Entry<String, JsonNode> member : node.get("properties").properties()) {
        object.set(member.getKey(), filled(member.getValue(), root, text));
      }
      return object;
    }
    if (node.has("items")) {
      ArrayNode array = MAPPER.createArrayNode();
      array.add(filled(node.get("items"), root, text));
      return array;
    }
    return MAPPER.getNodeFactory().stringNode(node.has("pattern") ? text : "");
  }

  private static List<String> violations(EventSchema schema, JsonNode root, String text) {
    return schema.violations(filled(root, root, text).toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> patterns(JsonNode root) {
    List<String> patterns = new ArrayList<>();
    for (JsonNode holder : root.findParents("pattern")) {
      if (holder.get("pattern").isString()) {
        patterns.add(holder.get("pattern").stringValue());
      }
    }
    return patterns;
  }

  @Test
  void aLongStringAtEveryPatternedMemberIsAnOrdinaryViolation() throws Exception {
    int met = 0;
    for (Path file : files()) {
      JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
      String name = String.valueOf(file.getFileName()).replace(".schema.json", "");
      EventSchema schema = schemas.of("org.disclosureledger." + name).orElseThrow();
      for (String text : HOSTILE) {
        assertThat(violations(schema, root, text)).doesNotContain(EventSchemas.TOO_DEEP);
        List<String> violations = violations(schema, root, text + "!");
        assertThat(violations).as(name).doesNotContain(EventSchemas.TOO_DEEP);
        for (String pattern : patterns(root)) {
          assertThat(violations).as(name).anyMatch(violation -> violation.contains(pattern));
          met++;
        }
      }
    }
    assertThat(met).isPositive();
  }

  @Test
  void runningOutOfStackIsAViolationOfTheData() {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    String recursive = "{\"pattern\":\"^[a-z]+(-[a-z]+)*$\"}";
    EventSchema schema =
        new EventSchema("recursive", registry.getSchema(recursive, InputFormat.JSON));
    byte[] data = ("\"" + "a-".repeat(1_000_000) + "\"").getBytes(StandardCharsets.UTF_8);
    assertThat(schema.violations(data)).containsExactly(EventSchemas.TOO_DEEP);
  }

  @Test
  void theWordingDoesNotDependOnTheMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      EventSchema schema =
          new EventSchemas().of("org.disclosureledger.key.retired.v1").orElseThrow();
      assertThat(schema.violations("{}".getBytes(StandardCharsets.UTF_8)))
          .anyMatch(violation -> violation.contains("required property"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
