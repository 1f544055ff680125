package org.disclosureledger.service.csv;

import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of comma-separated values (RFC 4180) for people who open it in a spreadsheet: a cell
 * that one could take for a formula, also in full width, gets an apostrophe in front.
 */
public final class CsvLine {
  /** Without it the common spreadsheet reads Vietnamese names wrongly. */
  public static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final Pattern FORMULA =
      Pattern.compile("[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20]");
  // At a semicolon or tab some spreadsheets begin the next cell, where a formula would be one.
  private static final Pattern QUOTED = Pattern.compile("[\",;\\t\\r\\n]");

  private CsvLine() {}

  /** The cells, with the line's end; absent ones are empty. */
  public static String of(@Nullable Object... cells) {
    StringJoiner line = new StringJoiner(",", "", "\r\n");
    for (Object cell : cells) {
      line.add(cell(cell));
    }
    return line.toString();
  }

  public static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    // A number is one, whatever its sign.
    String shown =
        !(value instanceof Number) && FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    return QUOTED.matcher(shown).find() ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
  }
}
