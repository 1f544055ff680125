package org.disclosureledger.service.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.disclosureledger.service.request.EventJson;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds the flat event records of a catalogue to their published schemas, and back. */
public final class EventSchemas {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** Codes that came after a schema was published, and that nobody can mean in such an event. */
  private static final Map<String, Set<?>> LATER =
      Map.of(
          "org.disclosureledger.record.exported.v1",
          Set.of(ViewPurpose.REGISTER),
          "org.disclosureledger.disclosure.granted.v1",
          Set.of(ViewPurpose.REGISTER));

  private EventSchemas() {}

  /**
   * @param events at least one of each type, some with their optional members absent
   * @param secrets what no written event may show
   */
  public static void check(EventCatalogue catalogue, List<?> events, String... secrets) {
    Set<Class<?>> seen = new HashSet<>();
    for (EventBinding binding : catalogue.bindings()) {
      JsonNode published = schema(binding);
      agree(binding, published);
      Schema schema = REGISTRY.getSchema(published);
      events.stream()
          .filter(event -> event.getClass() == binding.payload())
          .forEach(event -> {
            seen.add(event.getClass());
            fits(event, schema);
            comesBack(event, secrets);
          });
    }
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            catalogue.bindings().stream().<Class<?>>map(EventBinding::payload).toList());
  }

  /** What its published schema says against an event. */
  public static List<?> errors(EventCatalogue catalogue, Object event) {
    EventBinding binding =
        catalogue.bindings().stream()
            .filter(each -> each.payload() == event.getClass())
            .findFirst()
            .orElseThrow();
    return REGISTRY.getSchema(schema(binding)).validate(EventJson.MAPPER.valueToTree(event));
  }

  private static void agree(EventBinding binding, JsonNode schema) {
    RecordComponent[] members = binding.payload().getRecordComponents();
    assertThat(schema.get("$id").stringValue()).isEqualTo(binding.dataSchema());
    assertThat(binding.type())
        .matches("org\\.disclosureledger\\." + schema.get("title").stringValue() + "\\.v[1-3]");
    assertThat(schema.get("additionalProperties").booleanValue()).isFalse();
    assertThat(schema.get("properties").propertyNames())
        .as(binding.type())
        .containsExactlyElementsOf(Stream.of(members).map(RecordComponent::getName).toList());
    assertThat(schema.get("required").valueStream().map(JsonNode::stringValue))
        .as(binding.type())
        .containsExactlyElementsOf(
            Stream.of(members)
                .filter(m -> !m.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList());
    for (RecordComponent member : members) {
      JsonNode property = schema.get("properties").get(member.getName());
      assertThat(property.get("description").stringValue()).isNotBlank();
      if (member.getType() == Committed.class) {
        assertThat(property.get("$ref").stringValue()).isEqualTo("#/$defs/committed");
      } else if (member.getType().isEnum()) {
        assertThat(property.get("enum").valueStream().map(JsonNode::stringValue))
            .containsExactlyElementsOf(
                Stream.of(member.getType().getEnumConstants())
                    .filter(code -> !LATER.getOrDefault(binding.type(), Set.of()).contains(code))
                    .map(code -> EventJson.MAPPER.convertValue(code, String.class))
                    .toList());
      }
    }
  }

  private static void fits(Object event, Schema schema) {
    ObjectNode json = EventJson.MAPPER.valueToTree(event);
    assertThat(schema.validate(json)).as(json.toString()).isEmpty();
    assertThat(schema.validate(json.deepCopy().put("extra", 1))).isNotEmpty();
    for (RecordComponent member : event.getClass().getRecordComponents()) {
      if (!member.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        ObjectNode without = json.deepCopy();
        without.remove(member.getName());
        assertThat(schema.validate(without)).as("without " + member).isNotEmpty();
      }
      if (member.getType() == Committed.class) {
        ObjectNode clear = json.deepCopy().put(member.getName(), "Nguyễn Văn Mẫu");
        assertThat(schema.validate(clear)).as(member + " in clear").isNotEmpty();
      }
    }
  }

  private static void comesBack(Object event, String... secrets) {
    String written = EventJson.MAPPER.writeValueAsString(event);
    Object read = EventJson.MAPPER.readValue(written, event.getClass());
    assertThat(EventJson.MAPPER.writeValueAsString(read)).isEqualTo(written);
    assertThat(written).doesNotContain("null").doesNotContain(secrets);
    assertThat(event.toString()).doesNotContain(secrets);
  }

  /** The event as it is read back: committed members by their digests alone. */
  public static <T> T resourced(T event) {
    @SuppressWarnings("unchecked")
    Class<T> type = (Class<T>) event.getClass();
    return EventJson.MAPPER.readValue(EventJson.MAPPER.writeValueAsString(event), type);
  }

  private static JsonNode schema(EventBinding binding) {
    String name = binding.type().substring("org.disclosureledger.".length());
    String resource = "/events/" + name + ".schema.json";
    try (InputStream in = EventSchemas.class.getResourceAsStream(resource)) {
      return EventJson.MAPPER.readTree(Objects.requireNonNull(in, resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
