package org.disclosureledger.format.note;

/** C2SP signed-note: a key name is not empty and has neither Unicode spaces nor a plus. */
final class KeyName {
  private KeyName() {}

  static boolean isValid(String name) {
    return !name.isEmpty() && name.codePoints().noneMatch(c -> c < 0x20 || c == '+' || isSpace(c));
  }

  /** The Unicode property White_Space. */
  private static boolean isSpace(int c) {
    return c == 0x20
        || c == 0x85
        || c == 0xa0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200a)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202f
        || c == 0x205f
        || c == 0x3000;
  }
}
