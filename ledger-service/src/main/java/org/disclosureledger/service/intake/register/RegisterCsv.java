package org.disclosureledger.service.intake.register;

import java.io.IOException;
import org.disclosureledger.service.csv.CsvLine;
import org.disclosureledger.service.register.RegisterRow;

/**
 * The register as comma-separated values (RFC 4180, UTF-8, CRLF, a header line). No starred value
 * is in it. A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
final class RegisterCsv {
  private static final String HEADER =
      "registerNumber,requestId,receivedAt,recordedAt,agency,agencyKind,channel,caseType,priority,"
          + "urgency,secrecy,emergency,itemCount,itemKinds,state,due,originalDue,answeredAt,"
          + "closedAt,sequence,correctedReceivedAt,originalAgency,route,cancelledAt,confirmation,"
          + "confirmBy,clarificationOpen,extensions,reopenings,corrections,reportableErrors,"
          + "obstacles,reminders,links,duplicateOf,agencyRegistered,unreadableFrom,confirmedAt,"
          + "confirmationRecordedAt\r\n";

  private RegisterCsv() {}

  static void writeHeader(Appendable out) throws IOException {
    out.append(HEADER);
  }

  /** One line; item kinds apart by spaces, absent values empty, times UTC. */
  static void write(RegisterRow row, Appendable out) throws IOException {
    RegisterRow.Writing writing = row.confirmation();
    RegisterRow.Marks marks = row.marks();
    out.append(
        CsvLine.of(
            row.registerNumber(),
            row.requestId(),
            row.receivedAt(),
            row.recordedAt(),
            row.agency(),
            row.agencyKind(),
            row.channel(),
            row.caseType(),
            row.priority(),
            row.urgency(),
            row.secrecy(),
            row.emergency(),
            row.itemCount(),
            String.join(" ", row.itemKinds()),
            row.state(),
            row.due(),
            row.originalDue(),
            row.answeredAt(),
            row.closedAt(),
            row.sequence(),
            row.correctedReceivedAt(),
            row.originalAgency(),
            row.route(),
            row.cancelledAt(),
            writing == null ? null : writing.state(),
            writing == null ? null : writing.confirmBy(),
            marks.clarificationOpen(),
            marks.extensions(),
            marks.reopenings(),
            marks.corrections(),
            marks.reportableErrors(),
            marks.obstacles(),
            marks.reminders(),
            marks.links(),
            marks.duplicateOf(),
            row.agencyRegistered(),
            row.unreadableFrom(),
            writing == null ? null : writing.confirmedAt(),
            writing == null ? null : writing.recordedAt()));
  }
}
