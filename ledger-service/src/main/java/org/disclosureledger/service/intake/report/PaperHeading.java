package org.disclosureledger.service.intake.report;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.disclosureledger.service.paper.ReportPaper;
import org.disclosureledger.service.wire.QueryParameters;

/**
 * What a clerk has printed at the head of the PDF (Nghị định 30/2020/NĐ-CP, annex I): số/ký hiệu,
 * địa danh and the date. Given with the download and kept nowhere: the ledger states figures, the
 * number is the clerk's. As a header, for no address carries a document's number.
 */
final class PaperHeading {
  /** Percent-encoded UTF-8, such as {@code 12%2FBC-ABC}. */
  static final String NUMBER = "Document-Number";

  /** A number, and what it is of: 12/BC-ABC, 07/2026/BC-VNPT. */
  private static final Pattern SERIAL =
      Pattern.compile("[0-9]{1,6}(?:/[0-9]{4})?/[\\p{Lu}0-9][\\p{Lu}0-9./&-]{0,39}");

  /** Letters of any script, as in Bà Rịa - Vũng Tàu, TP. Hồ Chí Minh. */
  private static final Pattern PLACE = Pattern.compile("\\p{L}[\\p{L}\\p{M}0-9 .'-]{0,59}");

  private static final int LONGEST_HEADER = 400;

  private PaperHeading() {}

  /**
   * What stands at the head, dots where nothing is given.
   *
   * @param numbers each header of that name
   * @throws org.disclosureledger.service.wire.InputRefused of what has another form
   */
  static ReportPaper.Heading of(QueryParameters query, List<String> numbers) {
    String place = query.text("place");
    return new ReportPaper.Heading(
        numbers.isEmpty() ? null : number(numbers),
        place == null ? null : matching("place", PLACE, "is a name of at most 60 letters", place),
        query.day("date"));
  }

  private static String number(List<String> numbers) {
    String why = "is one number such as 12/BC-ABC, percent-encoded";
    if (numbers.size() != 1 || numbers.getFirst().length() > LONGEST_HEADER) {
      throw QueryParameters.refused(NUMBER, why);
    }
    return matching(NUMBER, SERIAL, why, decoded(numbers.getFirst(), why));
  }

  private static String decoded(String sent, String why) {
    try {
      // A plus is no space here: this is no form.
      return URLDecoder.decode(sent.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw QueryParameters.refused(NUMBER, why);
    }
  }

  private static String matching(String name, Pattern form, String why, String given) {
    String text = Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
    if (!form.matcher(text).matches()) {
      throw QueryParameters.refused(name, why);
    }
    return text;
  }
}
