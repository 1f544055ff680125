package org.disclosureledger.service.intake;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.service.reconciliation.event.Difference;
import org.disclosureledger.service.reconciliation.event.DifferenceCause;

/**
 * A reconciliation's differences as CSV (RFC 4180), written as {@link AgencyCsv} is: a byte order
 * mark, and an apostrophe before what a spreadsheet could take for a formula. Codes, then their
 * Vietnamese; times UTC.
 */
final class DifferencesCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String HEADER =
      "kind,kind_vi,causes,causes_vi,row,number,their_date,their_received,register_number,"
          + "request_id,our_date,our_received";

  private DifferencesCsv() {}

  static String of(List<Difference> differences) {
    return differences.stream()
        .map(DifferencesCsv::line)
        .collect(Collectors.joining("", BYTE_ORDER_MARK + HEADER + "\r\n", ""));
  }

  private static String line(Difference difference) {
    return Stream.of(
                AgencyCsv.cell(difference.kind()),
                AgencyCsv.cell(difference.kind().vi()),
                AgencyCsv.cell(
                    difference.causes().stream().map(Enum::name).collect(Collectors.joining(" "))),
                AgencyCsv.cell(
                    difference.causes().stream()
                        .map(DifferenceCause::vi)
                        .collect(Collectors.joining("; "))),
                AgencyCsv.cell(difference.row()),
                AgencyCsv.cell(difference.number()),
                AgencyCsv.cell(difference.theirDate()),
                AgencyCsv.cell(difference.theirReceived()),
                AgencyCsv.cell(difference.registerNumber()),
                AgencyCsv.cell(difference.request()),
                AgencyCsv.cell(difference.ourDate()),
                AgencyCsv.cell(difference.ourReceived()))
            .collect(Collectors.joining(","))
        + "\r\n";
  }
}
