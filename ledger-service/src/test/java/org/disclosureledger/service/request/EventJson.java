package org.disclosureledger.service.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.disclosureledger.service.envelope.Committed;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Writes and reads events as sealing does, with digests that are only counted, not computed. */
public final class EventJson {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, new TimeWriter())
                  .addSerializer(new CommittedWriter())
                  .addDeserializer(Committed.class, new CommittedReader()))
          .build();

  private EventJson() {}

  private static final class TimeWriter extends ValueSerializer<Instant> {
    @Override
    public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
      generator.writeString(MILLIS.format(value));
    }
  }

  private static final class CommittedWriter extends ValueSerializer<Committed<?>> {
    private long written;

    @Override
    public Class<Committed<?>> handledType() {
      @SuppressWarnings("unchecked")
      Class<Committed<?>> type = (Class<Committed<?>>) (Class<?>) Committed.class;
      return type;
    }

    @Override
    public void serialize(
        Committed<?> value, JsonGenerator generator, SerializationContext context) {
      String digest =
          switch (value) {
            case Committed.Clear<?> unused -> "%042d0".formatted(written++);
            case Committed.Digest<?> known -> known.digest();
          };
      generator.writeStartObject();
      generator.writeArrayPropertyStart("_sd");
      generator.writeString(digest);
      generator.writeEndArray();
      generator.writeEndObject();
    }
  }

  @SuppressWarnings("rawtypes")
  private static final class CommittedReader extends ValueDeserializer<Committed> {
    @Override
    public Committed<?> deserialize(JsonParser parser, DeserializationContext context) {
      JsonNode node = context.readTree(parser);
      return new Committed.Digest<>(node.get("_sd").get(0).stringValue());
    }
  }
}
