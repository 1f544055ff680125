package org.disclosureledger.service.intake.agency;

import java.io.IOException;
import org.disclosureledger.service.agencyregister.AgencyRow;
import org.disclosureledger.service.csv.CsvLine;

/** The agency register as CSV, with names for people who open it in a spreadsheet. */
final class AgencyCsv {
  private static final String HEADER =
      "code,kind,province,name_vi,name_en,valid_from,valid_until,successor,successor_from,contacts,"
          + "emergency_contacts,officers\r\n";

  private AgencyCsv() {}

  static void writeHeader(Appendable out) throws IOException {
    out.append(CsvLine.BYTE_ORDER_MARK).append(HEADER);
  }

  static void write(AgencyRow row, Appendable out) throws IOException {
    out.append(
        CsvLine.of(
            row.code(),
            row.kind(),
            row.province(),
            row.nameVi(),
            row.nameEn(),
            row.validFrom(),
            row.validUntil(),
            row.successor(),
            row.successorFrom(),
            row.contacts(),
            row.emergencyContacts(),
            row.officers()));
  }
}
