package org.disclosureledger.service.intake;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.service.agencyregister.AgencyRow;
import org.jspecify.annotations.Nullable;

/**
 * The agency register as CSV (RFC 4180). It begins with a byte order mark, without which the common
 * spreadsheet reads Vietnamese names wrongly. A cell that a spreadsheet could take for a formula
 * gets an apostrophe in front.
 */
final class AgencyCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String HEADER =
      "code,kind,name_vi,name_en,valid_from,valid_until,successor,successor_from,contacts,"
          + "emergency_contacts,officers";
  private static final Pattern FORMULA =
      Pattern.compile("[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20]");
  private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");

  private AgencyCsv() {}

  static String of(List<AgencyRow> rows) {
    return rows.stream()
        .map(AgencyCsv::line)
        .collect(Collectors.joining("", BYTE_ORDER_MARK + HEADER + "\r\n", ""));
  }

  private static String line(AgencyRow row) {
    return Stream.of(
                cell(row.code()),
                cell(row.kind()),
                cell(row.nameVi()),
                cell(row.nameEn()),
                cell(row.validFrom()),
                cell(row.validUntil()),
                cell(row.successor()),
                cell(row.successorFrom()),
                cell(row.contacts()),
                cell(row.emergencyContacts()),
                cell(row.officers()))
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    if (FORMULA.matcher(text).lookingAt()) {
      text = "'" + text;
    }
    return QUOTED.matcher(text).find() ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }
}
