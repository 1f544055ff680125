package org.disclosureledger.format;

/**
 * RFC 3986 §4.3 {@code absolute-URI}, without IP literals. Character by character: a regular
 * expression would recurse on hostile lengths, and {@link java.net.URI} takes non-ASCII letters.
 */
final class AbsoluteUri {
  private static final String MARKS = "-._~!$&'()*+,;=:@/?";

  private AbsoluteUri() {}

  static boolean matches(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1 || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < colon; i++) {
      char c = text.charAt(i);
      if (!isLetter(c) && !isDigit(c) && c != '+' && c != '-' && c != '.') {
        return false;
      }
    }
    return rest(text, colon + 1);
  }

  private static boolean rest(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        if (i + 2 >= text.length() || !isHex(text.charAt(i + 1)) || !isHex(text.charAt(i + 2))) {
          return false;
        }
        i += 2;
      } else if (!isLetter(c) && !isDigit(c) && MARKS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
