package org.disclosureledger.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pull scanner over UTF-8 JSON that enforces FORMAT §1's lexical rules as it goes. General JSON
 * libraries are lenient exactly where these rules are strict (encoding detection, surrogates,
 * number text) and do not give the byte offset of every violation.
 */
final class JsonScanner {
  enum Token {
    OBJECT_START,
    OBJECT_END,
    ARRAY_START,
    ARRAY_END,
    NAME,
    STRING,
    NUMBER,
    TRUE,
    FALSE,
    NULL,
    END
  }

  private enum Expect {
    VALUE,
    FIRST_ELEMENT,
    FIRST_NAME,
    COLON,
    COMMA_OR_END,
    NOTHING
  }

  private final byte[] json;
  private final List<Container> open = new ArrayList<>(FormatLimits.MAX_JSON_DEPTH);
  private Expect expect = Expect.VALUE;
  private int position;
  private int start;
  private String text = "";

  /** Checks the encoding of the whole text before the first token. */
  JsonScanner(byte[] json) {
    this.json = json;
    if (json.length >= 3
        && json[0] == (byte) 0xef
        && json[1] == (byte) 0xbb
        && json[2] == (byte) 0xbf) {
      throw FormatRule.JSON_BOM.violation(0, "a byte order mark before the JSON text");
    }
    int malformed = Utf8.firstMalformed(json);
    if (malformed >= 0) {
      throw FormatRule.JSON_UTF8.violation(malformed, "not well-formed UTF-8");
    }
  }

  /** Offset of the first byte of the last token. */
  int start() {
    return start;
  }

  /** Offset behind the last byte of the last token. */
  int end() {
    return position;
  }

  /** The last NAME or STRING, unescaped; the last NUMBER as written. */
  String text() {
    return text;
  }

  /** The next token; {@code END} only when nothing at all follows the value. */
  Token next() {
    if (expect == Expect.NOTHING) {
      return end(position);
    }
    skipSpace();
    start = position;
    return switch (expect) {
      case VALUE -> value();
      case FIRST_ELEMENT -> at(']') ? close(Token.ARRAY_END) : value();
      case FIRST_NAME -> at('}') ? close(Token.OBJECT_END) : name();
      case COLON -> {
        require(':');
        yield valueBehindSpace();
      }
      case COMMA_OR_END -> commaOrEnd();
      case NOTHING -> throw new IllegalStateException("handled above");
    };
  }

  /** Skips what is left of the value whose first token was the last one. */
  void skipRest(Token first) {
    int depth = open.size();
    if (first == Token.OBJECT_START || first == Token.ARRAY_START) {
      while (open.size() >= depth) {
        next();
      }
    }
  }

  private Token end(int offset) {
    if (offset != json.length) {
      throw FormatRule.JSON_TRAILING.violation(offset, "bytes behind the JSON value");
    }
    start = offset;
    return Token.END;
  }

  private Token commaOrEnd() {
    Container container = open.getLast();
    if (at(container.names == null ? ']' : '}')) {
      return close(container.names == null ? Token.ARRAY_END : Token.OBJECT_END);
    }
    require(',');
    if (container.names == null) {
      return valueBehindSpace();
    }
    skipSpace();
    start = position;
    return name();
  }

  private Token valueBehindSpace() {
    skipSpace();
    start = position;
    return value();
  }

  private Token value() {
    if (position == json.length) {
      throw syntax("the text ends where a value should stand");
    }
    return switch (json[position]) {
      case '{' -> open(new Container(new HashSet<>()), Expect.FIRST_NAME, Token.OBJECT_START);
      case '[' -> open(new Container(null), Expect.FIRST_ELEMENT, Token.ARRAY_START);
      case '"' -> {
        text = string();
        yield valueDone(Token.STRING);
      }
      case 't' -> literal("true", Token.TRUE);
      case 'f' -> literal("false", Token.FALSE);
      case 'n' -> literal("null", Token.NULL);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw syntax("no JSON value begins so");
    };
  }

  private Token open(Container container, Expect inside, Token token) {
    if (open.size() == FormatLimits.MAX_JSON_DEPTH) {
      throw FormatRule.JSON_DEPTH.violation(position, "nested deeper than 16");
    }
    open.add(container);
    position++;
    expect = inside;
    return token;
  }

  private Token close(Token token) {
    open.removeLast();
    position++;
    return valueDone(token);
  }

  private Token valueDone(Token token) {
    expect = open.isEmpty() ? Expect.NOTHING : Expect.COMMA_OR_END;
    return token;
  }

  private Token name() {
    if (!at('"')) {
      throw syntax("a member's name should stand here");
    }
    text = string();
    Set<String> names = open.getLast().names;
    if (names == null || !names.add(text)) {
      throw FormatRule.JSON_DUPLICATE_NAME.violation(start, "a name stands twice in one object");
    }
    expect = Expect.COLON;
    return Token.NAME;
  }

  private Token literal(String word, Token token) {
    for (int i = 0; i < word.length(); i++) {
      if (position + i >= json.length || json[position + i] != word.charAt(i)) {
        throw syntax("no JSON value begins so");
      }
    }
    position += word.length();
    return valueDone(token);
  }

  private Token number() {
    int from = position;
    while (position < json.length && inNumber(json[position])) {
      position++;
    }
    text = new String(json, from, position - from, StandardCharsets.US_ASCII);
    if (!isSafeInteger(text)) {
      throw FormatRule.JSON_NUMBER.violation(from, "not an integer within ±(2^53−1), as written");
    }
    return valueDone(Token.NUMBER);
  }

  private static boolean inNumber(byte c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
  }

  private static boolean isSafeInteger(String number) {
    if (number.equals("0")) {
      return true;
    }
    int digits = number.startsWith("-") ? 1 : 0;
    int count = number.length() - digits;
    if (count < 1 || count > 16 || number.charAt(digits) == '0') {
      return false;
    }
    for (int i = digits; i < number.length(); i++) {
      if (number.charAt(i) < '0' || number.charAt(i) > '9') {
        return false;
      }
    }
    return Math.abs(Long.parseLong(number)) <= FormatLimits.MAX_SAFE_INTEGER;
  }

  private String string() {
    int run = ++position;
    StringBuilder unescaped = null;
    while (true) {
      if (position == json.length) {
        throw syntax("the text ends inside a string");
      }
      byte c = json[position];
      if (c == '"') {
        String last = new String(json, run, position - run, StandardCharsets.UTF_8);
        position++;
        return unescaped == null ? last : unescaped.append(last).toString();
      }
      if (c >= 0 && c < 0x20) {
        throw syntax("a control character inside a string");
      }
      if (c == '\\') {
        unescaped = unescaped == null ? new StringBuilder() : unescaped;
        unescaped.append(new String(json, run, position - run, StandardCharsets.UTF_8));
        escape(unescaped);
        run = position;
      } else {
        position++;
      }
    }
  }

  private void escape(StringBuilder out) {
    int backslash = position++;
    if (position == json.length) {
      throw syntax("the text ends inside a string");
    }
    byte kind = json[position++];
    switch (kind) {
      case '"', '\\', '/' -> out.append((char) kind);
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'u' -> unicode(out, backslash);
      default -> throw FormatRule.JSON_SYNTAX.violation(backslash, "unknown escape in a string");
    }
  }

  private void unicode(StringBuilder out, int backslash) {
    char first = hex4(backslash);
    out.append(first);
    if (!Character.isSurrogate(first)) {
      return;
    }
    boolean paired =
        Character.isHighSurrogate(first)
            && position + 1 < json.length
            && json[position] == '\\'
            && json[position + 1] == 'u';
    if (paired) {
      int secondBackslash = position;
      position += 2;
      char second = hex4(secondBackslash);
      out.append(second);
      paired = Character.isLowSurrogate(second);
    }
    if (!paired) {
      throw FormatRule.JSON_SURROGATE.violation(backslash, "a lone surrogate in a string");
    }
  }

  private char hex4(int backslash) {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = position < json.length ? hexDigit(json[position]) : -1;
      if (digit < 0) {
        throw FormatRule.JSON_SYNTAX.violation(backslash, "\\u needs four hexadecimal digits");
      }
      value = value << 4 | digit;
      position++;
    }
    return (char) value;
  }

  private static int hexDigit(byte c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  private void skipSpace() {
    while (position < json.length
        && (json[position] == ' '
            || json[position] == '\t'
            || json[position] == '\n'
            || json[position] == '\r')) {
      position++;
    }
  }

  private boolean at(char c) {
    return position < json.length && json[position] == c;
  }

  private void require(char c) {
    if (!at(c)) {
      throw syntax("'" + c + "' should stand here");
    }
    position++;
  }

  private FormatException syntax(String message) {
    return FormatRule.JSON_SYNTAX.violation(position, message);
  }

  /** An open array, or an open object with the names seen in it. */
  private record Container(@Nullable Set<String> names) {}
}
