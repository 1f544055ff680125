package org.disclosureledger.service.reconciliation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.disclosureledger.service.envelope.CommandRefused;

/** Where the columns asked for stand, whatever their order, case, accents and separators. */
record ListColumns(int number, int date, int received) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]");
  private static final int LONGEST_NAME = 200;

  private static final Set<String> NUMBERS =
      Set.of(
          "documentnumber",
          "documentno",
          "docnumber",
          "docno",
          "number",
          "so",
          "sovanban",
          "socongvan",
          "sohieu",
          "sokyhieu",
          "sovakyhieu",
          "sokihieu",
          "sohieuvanban",
          "sokyhieuvanban");
  private static final Set<String> DATES =
      Set.of(
          "date",
          "documentdate",
          "docdate",
          "dateofdocument",
          "ngay",
          "ngayvanban",
          "ngaycongvan",
          "ngaybanhanh",
          "ngayky",
          "ngaythang",
          "ngaythangvanban");
  private static final Set<String> RECEIPTS =
      Set.of(
          "received",
          "receivedat",
          "receiveddate",
          "datereceived",
          "timereceived",
          "receipt",
          "receipttime",
          "ngaynhan",
          "gionhan",
          "ngaygionhan",
          "thoidiemnhan",
          "thoigiannhan",
          "ngaytiepnhan",
          "thoidiemtiepnhan",
          "thoigiantiepnhan",
          "ngayden");

  /**
   * @throws CommandRefused with {@link ReconciliationRule#LIST_HEADER_UNKNOWN}
   */
  static ListColumns of(CSVRecord header) {
    return new ListColumns(
        find(header, NUMBERS, "document number (số, ký hiệu)"),
        find(header, DATES, "date (ngày văn bản)"),
        find(header, RECEIPTS, "received (thời điểm nhận)"));
  }

  private static int find(CSVRecord header, Set<String> names, String column) {
    int found = -1;
    for (int i = 0; i < header.size(); i++) {
      if (names.contains(bare(header.get(i)))) {
        if (found >= 0) {
          throw new CommandRefused(
              ReconciliationRule.LIST_HEADER_UNKNOWN, "two columns for " + column);
        }
        found = i;
      }
    }
    if (found < 0) {
      throw new CommandRefused(ReconciliationRule.LIST_HEADER_UNKNOWN, "no column for " + column);
    }
    return found;
  }

  private static String bare(String name) {
    String bounded = name.length() > LONGEST_NAME ? "" : name;
    String letters =
        MARKS
            .matcher(Normalizer.normalize(bounded, Normalizer.Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace('đ', 'd');
    return OTHER.matcher(letters).replaceAll("");
  }
}
