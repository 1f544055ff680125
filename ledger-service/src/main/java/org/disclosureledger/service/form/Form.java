package org.disclosureledger.service.form;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.disclosureledger.service.envelope.CommandRefused;
import org.jspecify.annotations.Nullable;

/**
 * Checks of form, for the constructors of commands. Each throws {@link CommandRefused} with a
 * {@link FormRule} that names the member, never its value.
 */
public final class Form {
  public static final int MAX_TEXT = 10_000;

  /** Days are days here. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final int MAX_CODE = 64;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]+([./_-][A-Za-z0-9]+)*");
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
    // Measured first: what is refused for its length should not cost a normalisation.
    if (value.length() > 2 * most) {
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

  /** An agency's code as the registers compare it: in upper case. */
  public static String agencyCode(String member, @Nullable String value) {
    String code = required(member, value);
    if (code.length() > MAX_CODE || !CODE.matcher(code).matches()) {
      throw new CommandRefused(FormRule.MEMBER_INVALID, member + " is no code");
    }
    return code.toUpperCase(Locale.ROOT);
  }

  public static @Nullable String optionalAgencyCode(String member, @Nullable String value) {
    return value == null ? null : agencyCode(member, value);
  }

  /** SHA-256 in 64 lower-case hexadecimal digits. */
  public static @Nullable String optionalDigest(String member, @Nullable String value) {
    if (value != null && !DIGEST.matcher(value).matches()) {
      throw new CommandRefused(FormRule.MEMBER_INVALID, member + " is not 64 hexadecimal digits");
    }
    return value;
  }

  /** To the millisecond, as entries state times. */
  public static Instant instant(String member, @Nullable Instant value) {
    Instant instant = required(member, value);
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new CommandRefused(FormRule.TIME_OUT_OF_RANGE, member);
    }
    return instant.truncatedTo(ChronoUnit.MILLIS);
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
}
