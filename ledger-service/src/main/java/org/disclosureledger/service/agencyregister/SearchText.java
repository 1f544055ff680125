package org.disclosureledger.service.agencyregister;

import java.text.Normalizer;
import java.util.Locale;

/** How names are compared: without case and without marks, so that "cong an" finds "Công an". */
final class SearchText {
  private SearchText() {}

  static String of(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replace('đ', 'd');
  }
}
