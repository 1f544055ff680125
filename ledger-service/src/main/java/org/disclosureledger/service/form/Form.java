package org.disclosureledger.service.form;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.service.envelope.CommandRefused;
import org.jspecify.annotations.Nullable;

/**
 * Checks of form, for the constructors of commands. Each throws {@link CommandRefused} with a
 * {@link FormRule} that names the member, never its value.
 */
public final class Form {
  public static final int MAX_TEXT = 10_000;
  public static final long MAX_COUNT = FormatLimits.MAX_SAFE_INTEGER;

  private static final int MAX_CODE = 64;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]+([./_-][A-Za-z0-9]+)*");
  private static final Pattern PROVINCE = Pattern.compile("[0-9]{2}");
  private static final int MAX_MEDIA_TYPE = 100;
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9]+/[a-z0-9][a-z0-9.+-]{0,95}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  // Wide enough for any claim in good faith; narrow enough to be written as a four-digit year.
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9998;
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

  private Form() {}

  public static <T> T required(String member, @Nullable T value) {
    if (value == null) {
      throw new CommandRefused(FormRule.MEMBER_MISSING, member);
    }
    return value;
  }

  /** NFC, without surrounding space, at most {@link #MAX_TEXT}; a blank text is an absent one. */
  public static @Nullable String text(String member, @Nullable String value) {
    return value == null ? null : text(member, MAX_TEXT, value);
  }

  /** As {@link #text}, with something in it and at most {@code most} UTF-16 units. */
  public static String name(String member, int most, @Nullable String value) {
    return required(member, text(member, most, required(member, value)));
  }

  private static @Nullable String text(String member, int most, String value) {
    // Measured first: what is refused for its length should not cost a normalisation. Decomposed, a
    // Vietnamese letter takes up to three characters, and no letter takes more than four.
    if (value.length() > 4 * most) {
      throw new CommandRefused(FormRule.TEXT_TOO_LONG, member);
    }
    if (value.codePoints().anyMatch(Form::isForbidden)) {
      throw new CommandRefused(FormRule.TEXT_MALFORMED, member);
    }
    String text = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
    if (text.length() > most) {
      throw new CommandRefused(FormRule.TEXT_TOO_LONG, member);
    }
    return text.isEmpty() ? null : text;
  }

  private static boolean isForbidden(int codePoint) {
    // A surrogate seen as a code point is a lone one, which JSON in UTF-8 cannot carry.
    return (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
        || (Character.isISOControl(codePoint)
            && codePoint != '\n'
            && codePoint != '\r'
            && codePoint != '\t');
  }

  /** Letters and digits without marks, in parts joined by one of {@code . / _ -}; case is kept. */
  public static String code(String member, @Nullable String value) {
    String code = required(member, value);
    if (code.length() > MAX_CODE || !CODE.matcher(code).matches()) {
      throw new CommandRefused(FormRule.MEMBER_INVALID, member + " is no code");
    }
    return code;
  }

  public static @Nullable String optionalCode(String member, @Nullable String value) {
    return value == null ? null : code(member, value);
  }

  /** An agency's code as every register compares it: NFC, without space around, in upper case. */
  public static String agencyCode(String member, @Nullable String value) {
    String code = required(member, text(member, required(member, value)));
    return code(member, code).toUpperCase(Locale.ROOT);
  }

  public static @Nullable String optionalAgencyCode(String member, @Nullable String value) {
    return value == null ? null : agencyCode(member, value);
  }

  /** Whether it is of the form of a province's code: two digits. */
  public static boolean isProvince(String value) {
    return PROVINCE.matcher(value).matches();
  }

  public static @Nullable String optionalProvince(String member, @Nullable String value) {
    if (value != null && !isProvince(value)) {
      throw new CommandRefused(FormRule.MEMBER_INVALID, member + " is not two digits");
    }
    return value;
  }

  /** SHA-256 in 64 lower-case hexadecimal digits. */
  public static String digest(String member, @Nullable String value) {
    String digest = required(member, value);
    if (!DIGEST.matcher(digest).matches()) {
      throw new CommandRefused(FormRule.MEMBER_INVALID, member + " is not 64 hexadecimal digits");
    }
    return digest;
  }

  public static @Nullable String optionalDigest(String member, @Nullable String value) {
    return value == null ? null : digest(member, value);
  }

  /** An RFC 6838 media type without parameters, in lower case. */
  public static String mediaType(String member, @Nullable String value) {
    String type = required(member, value);
    if (type.length() > MAX_MEDIA_TYPE || !MEDIA_TYPE.matcher(type).matches()) {
      throw new CommandRefused(FormRule.MEMBER_INVALID, member + " is no media type");
    }
    return type;
  }

  /** From {@code least} to {@link #MAX_COUNT}. */
  public static long count(String member, long least, long value) {
    if (value < least || value > MAX_COUNT) {
      throw new CommandRefused(FormRule.COUNT_OUT_OF_RANGE, member);
    }
    return value;
  }

  public static @Nullable Long optionalCount(String member, long least, @Nullable Long value) {
    return value == null ? null : count(member, least, value);
  }

  /** Without nulls; an absent list is an empty one. */
  public static <T> List<T> list(String member, @Nullable List<T> values) {
    if (values == null) {
      return List.of();
    }
    values.forEach(value -> required(member, value));
    return List.copyOf(values);
  }

  /** As {@link #list}, and each value once. */
  public static <T> List<T> distinct(String member, @Nullable List<T> values) {
    List<T> list = list(member, values);
    if (new HashSet<>(list).size() != list.size()) {
      throw new CommandRefused(FormRule.MEMBER_REPEATED, member);
    }
    return list;
  }

  /** To the millisecond, as entries state times. */
  public static Instant instant(String member, @Nullable Instant value) {
    Instant instant = required(member, value);
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new CommandRefused(FormRule.TIME_OUT_OF_RANGE, member);
    }
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  public static @Nullable Instant optionalInstant(String member, @Nullable Instant value) {
    return value == null ? null : instant(member, value);
  }

  public static LocalDate date(String member, @Nullable LocalDate value) {
    LocalDate date = required(member, value);
    if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
      throw new CommandRefused(FormRule.TIME_OUT_OF_RANGE, member);
    }
    return date;
  }

  public static @Nullable LocalDate optionalDate(String member, @Nullable LocalDate value) {
    return value == null ? null : date(member, value);
  }

  /** Both days included; an absent end is none. */
  public static void inOrder(LocalDate first, @Nullable LocalDate last) {
    if (last != null && last.isBefore(first)) {
      throw new CommandRefused(FormRule.PERIOD_REVERSED, "the last day is before the first");
    }
  }

  /** The end excluded. */
  public static void inOrder(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      throw new CommandRefused(FormRule.PERIOD_REVERSED, "from is not before to");
    }
  }
}
