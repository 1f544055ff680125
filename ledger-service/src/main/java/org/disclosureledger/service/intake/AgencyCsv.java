package org.disclosureledger.service.intake;

import java.util.List;
import java.util.stream.Collectors;
import org.disclosureledger.service.agencyregister.AgencyRow;

/** The agency register as CSV. */
final class AgencyCsv {
  private static final String HEADER =
      "code,kind,name_vi,name_en,valid_from,valid_until,successor,successor_from,contacts,"
          + "emergency_contacts,officers";

  private AgencyCsv() {}

  static String of(List<AgencyRow> rows) {
    return rows.stream()
        .map(AgencyCsv::line)
        .collect(Collectors.joining("", CsvLine.BYTE_ORDER_MARK + HEADER + "\r\n", ""));
  }

  private static String line(AgencyRow row) {
    return CsvLine.of(
        row.code(),
        row.kind(),
        row.nameVi(),
        row.nameEn(),
        row.validFrom(),
        row.validUntil(),
        row.successor(),
        row.successorFrom(),
        row.contacts(),
        row.emergencyContacts(),
        row.officers());
  }
}
