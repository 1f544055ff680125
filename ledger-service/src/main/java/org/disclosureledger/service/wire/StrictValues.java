package org.disclosureledger.service.wire;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.UUID;
import java.util.regex.Pattern;
import org.disclosureledger.service.form.Form;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** How single values are read: text normalised to NFC (FORMAT §1), times with their offset. */
public final class StrictValues {
  /** Before NFC, which makes it shorter; commands say what is too long after it. */
  private static final int MAX_RAW_CHARS = 4 * Form.MAX_TEXT;

  private static final Pattern MOMENT =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?(Z|[+-][0-9]{2}:[0-9]{2})");
  private static final DateTimeFormatter STRICT_MOMENT =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter STRICT_DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private StrictValues() {}

  /**
   * @throws InputRefused of type invalid-date
   */
  static Instant moment(String text) {
    if (MOMENT.matcher(text).matches()) {
      try {
        return OffsetDateTime.parse(text, STRICT_MOMENT).toInstant();
      } catch (DateTimeException e) {
        throw notADate("no such date or time", e);
      }
    }
    throw new InputRefused(
        ProblemType.INVALID_DATE, "expected YYYY-MM-DDThh:mm:ss[.sss] with Z or an offset");
  }

  /**
   * @throws InputRefused of type invalid-date
   */
  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text, STRICT_DAY);
    } catch (DateTimeException e) {
      throw notADate("expected a real date, YYYY-MM-DD", e);
    }
  }

  /**
   * @throws InputRefused of type invalid-value
   */
  public static UUID uuid(String text) {
    if (!ID.matcher(text).matches()) {
      throw new InputRefused(ProblemType.INVALID_VALUE, "a UUID in lower case is expected");
    }
    return UUID.fromString(text);
  }

  private static InputRefused notADate(String detail, DateTimeException cause) {
    InputRefused refused = new InputRefused(ProblemType.INVALID_DATE, detail);
    refused.addSuppressed(cause);
    return refused;
  }

  private static String string(JsonParser parser, ProblemType otherwise) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw new InputRefused(otherwise, "a string is expected");
    }
    return parser.getString();
  }

  static final class Text extends ValueDeserializer<String> {
    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      String text = string(parser, ProblemType.INVALID_VALUE);
      if (text.length() > MAX_RAW_CHARS) {
        throw new InputRefused(ProblemType.INVALID_VALUE, "a text has at most 10000 characters");
      }
      if (text.codePoints().anyMatch(Text::isForbidden)) {
        throw new InputRefused(
            ProblemType.INVALID_VALUE, "control characters and lone surrogates are not taken");
      }
      return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isForbidden(int c) {
      return (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
          || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
  }

  static final class Moment extends ValueDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
      return moment(string(parser, ProblemType.INVALID_DATE));
    }
  }

  static final class Day extends ValueDeserializer<LocalDate> {
    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
      return day(string(parser, ProblemType.INVALID_DATE));
    }
  }

  static final class Id extends ValueDeserializer<UUID> {
    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) {
      return uuid(string(parser, ProblemType.INVALID_VALUE));
    }
  }
}
