package org.disclosureledger.service.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.disclosureledger.format.FormatLimits;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads a body strictly and says what is wrong by problem type and JSON Pointer. Jackson's own
 * messages quote the input and are therefore never passed on.
 */
final class StrictJson {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

  private static final String WHOLE_NUMBER = "a whole number in range is expected";

  private final JsonMapper mapper;

  StrictJson() {
    SimpleModule values = new SimpleModule("strict-values");
    values.addDeserializer(String.class, new StrictValues.Text());
    values.addDeserializer(Instant.class, new StrictValues.Moment());
    values.addDeserializer(LocalDate.class, new StrictValues.Day());
    values.addDeserializer(UUID.class, new StrictValues.Id());
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(FormatLimits.MAX_JSON_DEPTH)
                    .maxNumberLength(32)
                    .build())
            .build();
    mapper =
        JsonMapper.builder(factory)
            .enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // Looked at apart, so that it is told from a value of the wrong kind.
            .disable(
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                LogicalType.Enum,
                config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .addModule(values)
            .build();
  }

  /**
   * @throws InputRefused naming problem type and pointer
   */
  <T> T read(byte[] body, Class<T> type) {
    T value;
    try (JsonParser parser = mapper.createParser(body)) {
      value = mapper.readValue(parser, type);
      if (parser.nextToken() != null) {
        throw new InputRefused(ProblemType.MALFORMED_JSON, "more than one JSON text");
      }
    } catch (JacksonException e) {
      throw refusal(e);
    }
    if (value == null) {
      throw new InputRefused(ProblemType.INVALID_VALUE, "null is no command", "");
    }
    RequiredMembers.check(value);
    return value;
  }

  private static InputRefused refusal(JacksonException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputRefused refused) {
        return new InputRefused(refused.type(), refused.detail(), pointer(failure, false));
      }
    }
    return switch (failure) {
      case StreamConstraintsException e ->
          new InputRefused(ProblemType.MALFORMED_JSON, "nested too deep or a number too long");
      case UnrecognizedPropertyException e ->
          new InputRefused(
              ProblemType.UNKNOWN_MEMBER, "this member is not defined here", pointer(e, true));
      case InputCoercionException e ->
          new InputRefused(ProblemType.INVALID_NUMBER, WHOLE_NUMBER, pointer(e, false));
      case MismatchedInputException e -> wrongValue(e, e.getTargetType());
      case DatabindException e ->
          new InputRefused(
              ProblemType.INVALID_VALUE, "a value of another kind is expected", pointer(e, false));
      // Jackson names the duplicate only in its message.
      case StreamReadException e
          when String.valueOf(e.getOriginalMessage()).startsWith("Duplicate") ->
          new InputRefused(
              ProblemType.DUPLICATE_MEMBER, "a member is given twice", pointer(e, false));
      default ->
          new InputRefused(
              ProblemType.MALFORMED_JSON, "not one JSON text in UTF-8" + place(failure));
    };
  }

  private static InputRefused wrongValue(JacksonException failure, @Nullable Class<?> target) {
    String pointer = pointer(failure, false);
    if (target != null && target.isEnum()) {
      return new InputRefused(ProblemType.UNKNOWN_CODE, "no code of this list", pointer);
    }
    if (target != null && Number.class.isAssignableFrom(target)) {
      return new InputRefused(ProblemType.INVALID_NUMBER, WHOLE_NUMBER, pointer);
    }
    return new InputRefused(
        ProblemType.INVALID_VALUE, "a value of another kind is expected", pointer);
  }

  private static String place(JacksonException failure) {
    return failure.getLocation() == null || failure.getLocation().getLineNr() < 1
        ? ""
        : ": line %d, column %d"
            .formatted(failure.getLocation().getLineNr(), failure.getLocation().getColumnNr());
  }

  /** A member's name is the client's text; one that is no plain name is left out. */
  private static String pointer(JacksonException failure, boolean lastIsForeign) {
    StringBuilder pointer = new StringBuilder();
    var path = failure.getPath();
    for (int i = 0; i < path.size(); i++) {
      String name = path.get(i).getPropertyName();
      boolean foreign = lastIsForeign && i == path.size() - 1;
      if (name == null) {
        pointer.append('/').append(path.get(i).getIndex());
      } else if (!foreign || PLAIN_NAME.matcher(name).matches()) {
        pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
      }
    }
    return pointer.toString();
  }
}
