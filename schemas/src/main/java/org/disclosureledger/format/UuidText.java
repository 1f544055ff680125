package org.disclosureledger.format;

import java.util.UUID;
import java.util.regex.Pattern;

/** RFC 9562 text form, lowercase only: {@link UUID#fromString} is lenient on both. */
final class UuidText {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private UuidText() {}

  static UUID parse(String text, FormatRule rule) {
    if (text.length() != 36 || !FORM.matcher(text).matches()) {
      throw rule.violation(0, "not a UUID in lowercase text form");
    }
    return UUID.fromString(text);
  }

  static boolean is(UUID uuid, int version) {
    return uuid.version() == version && uuid.variant() == 2;
  }
}
