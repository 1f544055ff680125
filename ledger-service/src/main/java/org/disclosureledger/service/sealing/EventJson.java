package org.disclosureledger.service.sealing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatTime;
import org.disclosureledger.service.envelope.Committed;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * Event records to {@code data} and back. On the way out every clear {@link Committed} becomes a
 * salted digest and its disclosure is set aside; on the way in only digests are known.
 */
final class EventJson {
  private static final String SINK = "disclosures";

  private final SecureRandom random;
  private final JsonMapper mapper;

  EventJson(SecureRandom random) {
    this.random = random;
    SimpleModule module = new SimpleModule("ledger-format");
    module.addSerializer(Committed.class, new CommittedSerializer());
    module.addDeserializer(Committed.class, new CommittedDeserializer());
    module.addSerializer(Instant.class, new InstantSerializer());
    module.addDeserializer(Instant.class, new InstantDeserializer());
    this.mapper =
        JsonMapper.builder()
            .addModule(module)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
  }

  /**
   * The event's {@code data} bytes and the disclosures of its committed members, in order.
   *
   * @throws FormatException when a value does not fit a disclosure
   */
  Encoded encode(Object event) {
    List<Disclosure> disclosures = new ArrayList<>();
    try {
      byte[] data = mapper.writer().withAttribute(SINK, disclosures).writeValueAsBytes(event);
      return new Encoded(data, List.copyOf(disclosures));
    } catch (DatabindException e) {
      if (e.getCause() instanceof FormatException violation) {
        throw violation; // Jackson wraps what a serializer throws
      }
      throw e;
    }
  }

  /**
   * @throws JacksonException when the bytes are no such event
   */
  <T> T decode(byte[] data, Class<T> type) {
    return mapper.readValue(data, type);
  }

  /**
   * The event in the class of today, whichever version these bytes are.
   *
   * @throws JacksonException when the bytes are no such event
   */
  Object decode(byte[] data, Upcasting reading) {
    Class<?> type = reading.binding().payload();
    if (reading.steps().isEmpty()) {
      return decode(data, type);
    }
    ObjectNode newer = reading.apply(mapper.readValue(data, ObjectNode.class));
    return mapper.treeToValue(newer, type);
  }

  /**
   * @param data UTF-8 JSON object
   */
  record Encoded(byte[] data, List<Disclosure> disclosures) {}

  @SuppressWarnings("rawtypes")
  private final class CommittedSerializer extends ValueSerializer<Committed> {
    @Override
    public void serialize(Committed value, JsonGenerator out, SerializationContext context) {
      String digest =
          switch (value) {
            case Committed.Digest<?> known -> known.digest();
            case Committed.Clear<?> clear -> commit(clear, context);
            default -> throw new IllegalStateException("Committed is sealed");
          };
      out.writeStartObject();
      out.writeName("_sd");
      out.writeStartArray();
      out.writeString(digest);
      out.writeEndArray();
      out.writeEndObject();
    }

    @SuppressWarnings("unchecked")
    private String commit(Committed.Clear<?> clear, SerializationContext context) {
      List<Disclosure> sink = (List<Disclosure>) context.getAttribute(SINK);
      if (sink == null) {
        throw new IllegalStateException("a clear value may leave only into the vault");
      }
      byte[] salt = new byte[16];
      random.nextBytes(salt);
      Disclosure disclosure = new Disclosure(salt, mapper.writeValueAsBytes(clear.value()));
      sink.add(disclosure);
      return disclosure.digest();
    }
  }

  @SuppressWarnings("rawtypes")
  private static final class CommittedDeserializer extends ValueDeserializer<Committed> {
    @Override
    public Committed deserialize(JsonParser in, DeserializationContext context) {
      expect(context, in.currentToken() == JsonToken.START_OBJECT);
      expect(context, "_sd".equals(in.nextName()));
      expect(context, in.nextToken() == JsonToken.START_ARRAY);
      expect(context, in.nextToken() == JsonToken.VALUE_STRING);
      String digest = in.getString();
      expect(context, in.nextToken() == JsonToken.END_ARRAY);
      expect(context, in.nextToken() == JsonToken.END_OBJECT);
      return new Committed.Digest<>(digest);
    }

    private static void expect(DeserializationContext context, boolean holds) {
      if (!holds) {
        context.reportInputMismatch(Committed.class, "not a salted commitment");
      }
    }
  }

  private static final class InstantSerializer extends ValueSerializer<Instant> {
    @Override
    public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
      out.writeString(FormatTime.format(value));
    }
  }

  private static final class InstantDeserializer extends ValueDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) {
      return FormatTime.parse(in.getString());
    }
  }
}
