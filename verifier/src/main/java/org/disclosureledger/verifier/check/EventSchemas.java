package org.disclosureledger.verifier.check;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JSON Schemas shipped for events, compiled once each. They come from the class path and are
 * never fetched: a reference to anything else fails.
 */
final class EventSchemas {
  /** In place of what the validator would have said, had it not run out of stack. */
  static final String TOO_DEEP = "too repetitive or deep to be validated";

  private static final Pattern TYPE =
      Pattern.compile("org\\.disclosureledger\\.([a-z0-9.-]{1,100}\\.v[1-9][0-9]*)");

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder()
                      .formatAssertionsEnabled(true)
                      .locale(Locale.ROOT)
                      .build()));

  /** Known types only: unknown ones are foreign input, and as many as an attacker likes. */
  private final Map<String, EventSchema> compiled = new HashMap<>();

  /** The schema of one event type. */
  record EventSchema(String id, Schema schema) {

    /** What in {@code data} does not fit, empty if it fits. */
    List<String> violations(byte[] data) {
      try {
        return errors(data);
      } catch (StackOverflowError e) {
        // The data made it so: that is said of the data, and hides nothing else.
        return List.of(TOO_DEEP);
      }
    }

    private List<String> errors(byte[] data) {
      return schema.validate(new String(data, StandardCharsets.UTF_8), InputFormat.JSON).stream()
          .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
          .sorted()
          .toList();
    }
  }

  /** Empty for a type that this verifier does not know. */
  Optional<EventSchema> of(String type) {
    EventSchema known = compiled.get(type);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<EventSchema> loaded = load(type);
    loaded.ifPresent(schema -> compiled.put(type, schema));
    return loaded;
  }

  private Optional<EventSchema> load(String type) {
    Matcher name = TYPE.matcher(type);
    if (!name.matches()) {
      return Optional.empty();
    }
    String resource = "/events/" + name.group(1) + ".schema.json";
    try (InputStream in = EventSchemas.class.getResourceAsStream(resource)) {
      if (in == null) {
        return Optional.empty();
      }
      Schema schema = registry.getSchema(in, InputFormat.JSON);
      schema.initializeValidators();
      return Optional.of(new EventSchema(schema.getSchemaNode().path("$id").asString(), schema));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
