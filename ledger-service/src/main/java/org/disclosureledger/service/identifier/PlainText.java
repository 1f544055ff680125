package org.disclosureledger.service.identifier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without what a reader does not see. */
final class PlainText {
  /** Format characters: zero-width, bidirectional marks, soft hyphens. */
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

  private static final Pattern WHITE_SPACE = Pattern.compile("[\\p{IsWhite_Space}\\p{Cc}]+");

  private PlainText() {}

  /** NFC, invisible characters gone, white space collapsed to one space and trimmed. */
  static String tidy(String text) {
    String visible = INVISIBLE.matcher(text).replaceAll("");
    return nfc(WHITE_SPACE.matcher(visible).replaceAll(" ").strip());
  }

  /** Upper before lower, so that letters with several lower-case forms meet. */
  static String foldCase(String text) {
    return nfc(text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
  }

  static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Full-width and other compatibility forms as their plain letters and digits. */
  static String compatible(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
