package org.disclosureledger.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Tables of one line a rejection: {@code input rule offset}, columns apart by two spaces. */
public final class Rejections {
  private static final Pattern RAW = Pattern.compile("«([0-9A-F]+)(?:×([0-9]+))?»");

  private static final Pattern LINE = Pattern.compile("(.*?) {2,}(\\S+) {2,}(-?[0-9]+)");

  private Rejections() {}

  /** The lines of a table; the input is the first column. */
  public static Stream<Arguments> of(String table) {
    return table
        .lines()
        .map(line -> {
          Matcher columns = LINE.matcher(line);
          if (!columns.matches()) {
            throw new IllegalArgumentException("not a line of the table: " + line);
          }
          return Arguments.of(columns.group(1), columns.group(2), Long.parseLong(columns.group(3)));
        });
  }

  /** UTF-8, with {@code «EDA080»} for raw bytes and {@code «5B×17»} for repeated ones. */
  public static byte[] bytes(String input) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher matcher = RAW.matcher(input);
    int from = 0;
    while (matcher.find()) {
      bytes.writeBytes(input.substring(from, matcher.start()).getBytes(StandardCharsets.UTF_8));
      int times = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
      for (int i = 0; i < times; i++) {
        bytes.writeBytes(HexFormat.of().parseHex(matcher.group(1)));
      }
      from = matcher.end();
    }
    bytes.writeBytes(input.substring(from).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  /** Asserts that parsing fails by this rule at this place. */
  public static <T> void assertRejected(T input, Consumer<T> parser, String rule, long offset) {
    FormatException e = catchThrowableOfType(FormatException.class, () -> parser.accept(input));
    assertThat(e).as("accepted: %s", input).isNotNull();
    assertThat(e.rule() + " at " + e.offset()).isEqualTo(rule + " at " + offset);
    assertThat(Stream.of(FormatRule.values()).map(FormatRule::id)).contains(rule);
  }
}
