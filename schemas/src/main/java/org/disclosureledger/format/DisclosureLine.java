package org.disclosureledger.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.disclosureledger.format.JsonScanner.Token;

/**
 * A line of {@code disclosures/<N>.jsonl} (FORMAT §5): what opens slots of one entry. The encoded
 * disclosures are as they stand, their own form not yet checked.
 *
 * @param index leaf index of the entry
 * @param offset of the line's first byte in the file
 * @param disclosures at least one
 */
public record DisclosureLine(long index, long offset, List<Text> disclosures) {
  private static final int FULL = 256;

  /** As many digests as an entry holds: a digest takes 43 characters. */
  private static final int MOST = FormatLimits.MAX_ENTRY_BYTES / 43;

  /**
   * An encoded disclosure.
   *
   * @param offset of its first character in the file
   */
  public record Text(String encoded, long offset) {
    /** The offset only: the text is personal data. */
    @Override
    public String toString() {
      return "Text[" + offset + "]";
    }
  }

  public DisclosureLine {
    disclosures = List.copyOf(disclosures);
  }

  /**
   * All lines of a file.
   *
   * @param bundle N, the number of the bundle whose entries they are about
   * @throws FormatException rule {@code disclosures-line} or {@code json-*}, offset in the file
   */
  public static List<DisclosureLine> parse(byte[] file, long bundle) {
    List<DisclosureLine> lines = new ArrayList<>();
    long last = bundle * FULL - 1;
    for (int at = 0; at < file.length; ) {
      int end = at;
      while (end < file.length && file[end] != '\n') {
        end++;
      }
      if (end == file.length) {
        throw violation(at, "a line ends with a newline");
      }
      DisclosureLine line = line(Arrays.copyOfRange(file, at, end), at);
      if (line.index <= last || line.index >= (bundle + 1) * FULL) {
        throw violation(at, "indices ascend, and are those of the bundle");
      }
      lines.add(line);
      last = line.index;
      at = end + 1;
    }
    return lines;
  }

  /** The line, with its newline, of an entry at this index. */
  public static String encode(long index, List<Disclosure> disclosures) {
    StringBuilder line = new StringBuilder("{\"index\":" + index + ",\"disclosures\":[");
    String separator = "";
    for (Disclosure disclosure : disclosures) {
      line.append(separator).append('"').append(disclosure.encoded()).append('"');
      separator = ",";
    }
    return line.append("]}\n").toString();
  }

  private static DisclosureLine line(byte[] json, int offset) {
    try {
      JsonScanner scanner = new JsonScanner(json);
      require(scanner, scanner.next() == Token.OBJECT_START);
      name(scanner, "index");
      require(scanner, scanner.next() == Token.NUMBER && scanner.text().matches("[0-9]{1,15}"));
      long index = Long.parseLong(scanner.text());
      name(scanner, "disclosures");
      List<Text> texts = texts(scanner, offset);
      require(scanner, scanner.next() == Token.OBJECT_END);
      scanner.next();
      return new DisclosureLine(index, offset, texts);
    } catch (FormatException e) {
      throw e.at(offset + Math.max(0, e.offset()));
    }
  }

  private static List<Text> texts(JsonScanner scanner, int offset) {
    require(scanner, scanner.next() == Token.ARRAY_START);
    List<Text> texts = new ArrayList<>();
    Token token = scanner.next();
    do {
      require(scanner, token == Token.STRING);
      String text = scanner.text();
      // Nothing escaped: what was handed over is what is digested.
      require(scanner, scanner.end() - scanner.start() == text.length() + 2);
      require(scanner, StandardCharsets.US_ASCII.newEncoder().canEncode(text));
      require(scanner, texts.size() < MOST);
      texts.add(new Text(text, offset + scanner.start() + 1L));
      token = scanner.next();
    } while (token != Token.ARRAY_END);
    return texts;
  }

  private static void name(JsonScanner scanner, String name) {
    require(scanner, scanner.next() == Token.NAME && scanner.text().equals(name));
  }

  private static void require(JsonScanner scanner, boolean shape) {
    if (!shape) {
      throw violation(scanner.start(), "a line is an object of index and disclosures");
    }
  }

  private static FormatException violation(long offset, String message) {
    return FormatRule.DISCLOSURES_LINE.violation(offset, message);
  }
}
