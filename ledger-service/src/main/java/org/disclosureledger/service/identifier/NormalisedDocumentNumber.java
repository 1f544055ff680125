package org.disclosureledger.service.identifier;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A document number (số, ký hiệu văn bản) in one spelling: {@code 0001 / cv – mẫu} and {@code
 * 0001/CV-MẪU} are the same.
 */
public record NormalisedDocumentNumber(String value) {
  private static final Pattern DASHES = Pattern.compile("\\p{Pd}");
  private static final Pattern AROUND_SEPARATORS = Pattern.compile(" ?([-/._:,;&]) ?");

  /** Any text is taken. */
  public static NormalisedDocumentNumber of(String text) {
    String tidy = DASHES.matcher(PlainText.tidy(text)).replaceAll("-");
    return new NormalisedDocumentNumber(
        PlainText.nfc(
            AROUND_SEPARATORS.matcher(tidy).replaceAll("$1").strip().toUpperCase(Locale.ROOT)));
  }

  /** Without the value. */
  @Override
  public String toString() {
    return "NormalisedDocumentNumber[]";
  }
}
