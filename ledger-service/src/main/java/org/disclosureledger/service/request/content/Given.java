package org.disclosureledger.service.request.content;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.jspecify.annotations.Nullable;

/** What a caller gave, checked as far as it can be without knowing any state. */
public final class Given {
  public static final int MAX_TEXT = 10_000;
  public static final int MAX_ITEMS = 500;
  public static final int MAX_TARGETS = 1_000;
  public static final int MAX_DOCUMENTS = 100;
  public static final long MAX_COUNT = FormatLimits.MAX_SAFE_INTEGER;

  private static final int MAX_CODE = 64;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]+([./_-][A-Za-z0-9]+)*");
  private static final int MAX_MEDIA_TYPE = 100;
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9]+/[a-z0-9][a-z0-9.+-]{0,95}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  // Wide enough for any claim in good faith; narrow enough to be written as a four-digit year.
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

  private Given() {}

  public static <T> T required(String member, @Nullable T value) {
    if (value == null) {
      throw refuse(RequestRule.MEMBER_MISSING, member);
    }
    return value;
  }

  /** To the millisecond, as entries state times. */
  public static Instant instant(String member, @Nullable Instant value) {
    Instant instant = required(member, value);
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw refuse(RequestRule.TIME_OUT_OF_RANGE, member);
    }
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  public static @Nullable Instant optionalInstant(String member, @Nullable Instant value) {
    return value == null ? null : instant(member, value);
  }

  public static @Nullable LocalDate optionalDate(String member, @Nullable LocalDate value) {
    if (value != null && (value.getYear() < 1900 || value.getYear() > 9998)) {
      throw refuse(RequestRule.TIME_OUT_OF_RANGE, member);
    }
    return value;
  }

  public static void inOrder(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      throw refuse(RequestRule.PERIOD_REVERSED, "from is not before to");
    }
  }

  /** NFC, without surrounding space; a blank text is an absent one. */
  public static @Nullable String text(String member, @Nullable String value) {
    if (value == null) {
      return null;
    }
    // Measured first: what is refused for its length should not cost a normalisation. Decomposed, a
    // Vietnamese letter takes up to three characters, and no letter takes more than four.
    if (value.length() > 4 * MAX_TEXT) {
      throw refuse(RequestRule.TEXT_TOO_LONG, member);
    }
    if (value.codePoints().anyMatch(Given::isForbidden)) {
      throw refuse(RequestRule.TEXT_MALFORMED, member);
    }
    String text = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
    if (text.length() > MAX_TEXT) {
      throw refuse(RequestRule.TEXT_TOO_LONG, member);
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

  public static String code(String member, @Nullable String value) {
    String code = required(member, value);
    if (code.length() > MAX_CODE || !CODE.matcher(code).matches()) {
      throw refuse(RequestRule.MEMBER_INVALID, member + " is no code");
    }
    return code;
  }

  public static @Nullable String optionalCode(String member, @Nullable String value) {
    return value == null ? null : code(member, value);
  }

  public static @Nullable String optionalDigest(String member, @Nullable String value) {
    return value == null ? null : digest(member, value);
  }

  public static String digest(String member, @Nullable String value) {
    String digest = required(member, value);
    if (!DIGEST.matcher(digest).matches()) {
      throw refuse(RequestRule.MEMBER_INVALID, member + " is not 64 hexadecimal digits");
    }
    return digest;
  }

  public static long count(String member, long least, long value) {
    if (value < least || value > MAX_COUNT) {
      throw refuse(RequestRule.COUNT_OUT_OF_RANGE, member);
    }
    return value;
  }

  public static @Nullable Long optionalCount(String member, long least, @Nullable Long value) {
    return value == null ? null : count(member, least, value);
  }

  public static void ordinal(String member, int value) {
    if (value < 1 || value > MAX_TARGETS) {
      throw refuse(RequestRule.COUNT_OUT_OF_RANGE, member);
    }
  }

  /** Without nulls; an absent list is an empty one. */
  public static <T> List<T> list(String member, @Nullable List<T> values) {
    if (values == null) {
      return List.of();
    }
    values.forEach(value -> required(member, value));
    return List.copyOf(values);
  }

  public static List<Integer> ordinals(String member, @Nullable List<Integer> values) {
    List<Integer> ordinals = distinct(member, list(member, values));
    ordinals.forEach(value -> ordinal(member, value));
    return ordinals.stream().sorted().toList();
  }

  /** Ordinals of items, in order; which of them are needed is the command's to say. */
  public static List<Integer> itemOrdinals(String member, @Nullable List<Integer> values) {
    List<Integer> items = ordinals(member, values);
    if (items.size() > MAX_ITEMS) {
      throw refuse(RequestRule.TOO_MANY_ITEMS, items.size() + " items");
    }
    return items;
  }

  /** An RFC 6838 media type without parameters, in lower case. */
  public static String mediaType(String member, @Nullable String value) {
    String type = required(member, value);
    if (type.length() > MAX_MEDIA_TYPE || !MEDIA_TYPE.matcher(type).matches()) {
      throw refuse(RequestRule.MEMBER_INVALID, member + " is no media type");
    }
    return type;
  }

  public static List<DataField> fields(@Nullable List<DataField> values) {
    List<DataField> fields = distinct("fields", list("fields", values));
    if (fields.isEmpty()) {
      throw refuse(RequestRule.MEMBER_MISSING, "fields");
    }
    return fields.stream().sorted(Comparator.naturalOrder()).toList();
  }

  public static List<RefusalGround> grounds(@Nullable List<RefusalGround> values) {
    List<RefusalGround> grounds = distinct("grounds", list("grounds", values));
    if (grounds.isEmpty()) {
      throw refuse(RequestRule.GROUND_MISSING, "a refusal names at least one ground");
    }
    return grounds.stream().sorted(Comparator.naturalOrder()).toList();
  }

  public static List<RequestedItem> items(@Nullable List<RequestedItem> values) {
    List<RequestedItem> items = someItems(values);
    int targets = items.stream().mapToInt(item -> item.targets().size()).sum();
    if (targets > MAX_TARGETS) {
      throw refuse(RequestRule.TOO_MANY_TARGETS, targets + " targets");
    }
    return items;
  }

  public static <T> List<T> someItems(@Nullable List<T> values) {
    List<T> items = list("items", values);
    if (items.isEmpty()) {
      throw refuse(RequestRule.NO_ITEMS, "items");
    }
    if (items.size() > MAX_ITEMS) {
      throw refuse(RequestRule.TOO_MANY_ITEMS, items.size() + " items");
    }
    return items;
  }

  public static List<String> documents(@Nullable List<String> values) {
    List<String> documents = list("documents", values);
    if (documents.size() > MAX_DOCUMENTS) {
      throw refuse(RequestRule.TOO_MANY_DOCUMENTS, documents.size() + " documents");
    }
    documents.forEach(value -> digest("documents", value));
    return documents;
  }

  private static <T> List<T> distinct(String member, List<T> values) {
    if (new HashSet<>(values).size() != values.size()) {
      throw refuse(RequestRule.MEMBER_REPEATED, member);
    }
    return values;
  }

  public static CommandRefused refuse(RequestRule rule, String detail) {
    return new CommandRefused(rule, detail);
  }
}
