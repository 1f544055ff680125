package org.disclosureledger.service.register;

import java.io.IOException;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The register as comma-separated values (RFC 4180, UTF-8, CRLF, a header line). No starred value
 * is in it. A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class RegisterCsv {
  private static final String HEADER =
      "registerNumber,requestId,receivedAt,recordedAt,agency,agencyKind,channel,caseType,priority,"
          + "urgency,secrecy,emergency,itemCount,itemKinds,state,due,originalDue,answeredAt,"
          + "closedAt,sequence,correctedReceivedAt,originalAgency,route,cancelledAt,confirmation,"
          + "confirmBy,clarificationOpen,extensions,reopenings,corrections,reportableErrors,"
          + "obstacles,reminders,links,duplicateOf\r\n";
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private RegisterCsv() {}

  public static void writeHeader(Appendable out) throws IOException {
    out.append(HEADER);
  }

  /** One line; item kinds apart by spaces, absent values empty, times UTC. */
  public static void write(RegisterRow row, Appendable out) throws IOException {
    out.append(
        Stream.concat(plain(row), marks(row))
                .map(RegisterCsv::field)
                .collect(Collectors.joining(","))
            + "\r\n");
  }

  private static Stream<String> plain(RegisterRow row) {
    return Stream.of(
        row.registerNumber(),
        row.requestId().toString(),
        time(row.receivedAt()),
        time(row.recordedAt()),
        row.agency(),
        row.agencyKind(),
        row.channel(),
        row.caseType(),
        row.priority(),
        row.urgency(),
        row.secrecy(),
        Boolean.toString(row.emergency()),
        Integer.toString(row.itemCount()),
        String.join(" ", row.itemKinds()),
        row.state(),
        time(row.due()),
        time(row.originalDue()),
        time(row.answeredAt()),
        time(row.closedAt()),
        Long.toString(row.sequence()));
  }

  private static Stream<String> marks(RegisterRow row) {
    RegisterRow.Writing writing = row.confirmation();
    RegisterRow.Marks marks = row.marks();
    return Stream.of(
        time(row.correctedReceivedAt()),
        text(row.originalAgency()),
        row.route(),
        time(row.cancelledAt()),
        writing == null ? "" : writing.state().name(),
        writing == null ? "" : time(writing.confirmBy()),
        Boolean.toString(marks.clarificationOpen()),
        Integer.toString(marks.extensions()),
        Integer.toString(marks.reopenings()),
        Integer.toString(marks.corrections()),
        Integer.toString(marks.reportableErrors()),
        Integer.toString(marks.obstacles()),
        Integer.toString(marks.reminders()),
        Integer.toString(marks.links()),
        text(marks.duplicateOf()));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String time(@Nullable Instant time) {
    return time == null ? "" : time.toString();
  }

  static String field(String text) {
    String shown =
        !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quoted = shown.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return quoted ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
  }
}
