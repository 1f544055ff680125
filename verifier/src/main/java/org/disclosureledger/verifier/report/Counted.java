package org.disclosureledger.verifier.report;

import java.util.Locale;

/** Numbers with their nouns, grouped by thousands whatever the machine's language is. */
public final class Counted {
  private Counted() {}

  public static String of(long count, String one, String more) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : more);
  }
}
