package org.disclosureledger.service.intake.reconciliation;

import java.util.List;
import java.util.stream.Collectors;
import org.disclosureledger.service.csv.CsvLine;
import org.disclosureledger.service.reconciliation.event.Difference;
import org.disclosureledger.service.reconciliation.event.DifferenceCause;

/** A reconciliation's differences as CSV: codes, then their Vietnamese; times UTC. */
final class DifferencesCsv {
  private static final String HEADER =
      "kind,kind_vi,causes,causes_vi,row,number,their_date,their_received,register_number,"
          + "request_id,our_date,our_received";

  private DifferencesCsv() {}

  static String of(List<Difference> differences) {
    return differences.stream()
        .map(DifferencesCsv::line)
        .collect(Collectors.joining("", CsvLine.BYTE_ORDER_MARK + HEADER + "\r\n", ""));
  }

  private static String line(Difference difference) {
    return CsvLine.of(
        difference.kind(),
        difference.kind().vi(),
        difference.causes().stream().map(Enum::name).collect(Collectors.joining(" ")),
        difference.causes().stream().map(DifferenceCause::vi).collect(Collectors.joining("; ")),
        difference.row(),
        difference.number(),
        difference.theirDate(),
        difference.theirReceived(),
        difference.registerNumber(),
        difference.request(),
        difference.ourDate(),
        difference.ourReceived());
  }
}
