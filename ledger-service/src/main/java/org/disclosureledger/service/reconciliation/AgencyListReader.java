package org.disclosureledger.service.reconciliation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * Reads an agency's own list: CSV (RFC 4180) in UTF-8 with or without a byte order mark, apart by
 * commas or semicolons, a header row first. Columns that are not asked for are left alone. A
 * refusal names the row as a spreadsheet counts it, and never what stands there.
 */
public final class AgencyListReader {
  public static final int MAX_BYTES = 10 * 1024 * 1024;
  public static final int MAX_ROWS = 50_000;

  /** A document number is no essay; what is longer is a broken quotation. */
  static final int MAX_NUMBER = 200;

  private static final int MAX_COLUMNS = 100;

  private AgencyListReader() {}

  /**
   * @throws CommandRefused with a {@link ReconciliationRule} or a rule of form
   */
  public static List<ListedDocument> read(byte[] list, ReceiptPeriod period) {
    String text = decode(list);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(text))
            .setIgnoreEmptyLines(false)
            .setTrailingData(false)
            .get();
    int read = 0;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw new CommandRefused(ReconciliationRule.LIST_EMPTY, "it has no header row");
      }
      ListColumns columns = ListColumns.of(records.next());
      read = 1;
      List<ListedDocument> documents = new ArrayList<>();
      while (records.hasNext()) {
        CSVRecord record = records.next();
        read++;
        if (record.size() > MAX_COLUMNS) {
          throw row(read, "has more than " + MAX_COLUMNS + " columns");
        }
        if (record.stream().allMatch(String::isBlank)) {
          continue;
        }
        if (documents.size() == MAX_ROWS) {
          throw new CommandRefused(
              ReconciliationRule.LIST_TOO_LONG, "at most " + MAX_ROWS + " rows");
        }
        documents.add(document(read, columns, record, period));
      }
      return documents;
    } catch (UncheckedIOException | IOException e) {
      // Not as its cause: the parser's own message quotes the list.
      throw new CommandRefused(
          ReconciliationRule.LIST_MALFORMED, "row " + (read + 1) + ": its quotation marks");
    }
  }

  private static String decode(byte[] list) {
    if (list.length == 0) {
      throw new CommandRefused(ReconciliationRule.LIST_EMPTY, "it has no bytes");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(list)).toString();
      String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
      if (bare.indexOf('\0') >= 0) {
        throw new CommandRefused(ReconciliationRule.LIST_NOT_UTF8, "it holds zero bytes");
      }
      return bare;
    } catch (CharacterCodingException e) {
      throw new CommandRefused(
          ReconciliationRule.LIST_NOT_UTF8, "save it as CSV UTF-8 and send it again");
    }
  }

  /** Whichever of the two is seen more often in the header row, outside quotation marks. */
  private static char delimiter(String text) {
    int commas = 0;
    int semicolons = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        break;
      } else if (!quoted && c == ',') {
        commas++;
      } else if (!quoted && c == ';') {
        semicolons++;
      }
    }
    return semicolons > commas ? ';' : ',';
  }

  private static ListedDocument document(
      int row, ListColumns columns, CSVRecord record, ReceiptPeriod period) {
    String received = cell(record, columns.received());
    String date = cell(record, columns.date());
    if (received.isEmpty()) {
      throw row(row, "no time of receipt");
    }
    ReceivedTime time =
        ListTimes.received(received)
            .orElseThrow(() -> row(row, "the time of receipt is no date or time"));
    if (!period.contains(time.day())) {
      throw row(row, "received outside the period");
    }
    return new ListedDocument(
        row,
        number(row, cell(record, columns.number())),
        date.isEmpty()
            ? null
            : ListTimes.day(date).orElseThrow(() -> row(row, "the date is no date")),
        time);
  }

  private static @Nullable String number(int row, String cell) {
    if (cell.length() > MAX_NUMBER) {
      throw row(row, "the number has more than " + MAX_NUMBER + " characters");
    }
    try {
      return Form.text("number", cell);
    } catch (CommandRefused e) {
      throw new CommandRefused(
          ReconciliationRule.LIST_ROW_INVALID,
          "row " + row + ": the number has characters that it must not");
    }
  }

  /** A short row lacks its last cells. */
  private static String cell(CSVRecord record, int column) {
    return column < record.size() ? record.get(column).strip() : "";
  }

  private static CommandRefused row(int row, String why) {
    return new CommandRefused(ReconciliationRule.LIST_ROW_INVALID, "row " + row + ": " + why);
  }
}
