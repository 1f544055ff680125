package org.disclosureledger.verifier.report;

import java.util.Locale;

/** The grades of FORMAT §8, in the order they are printed. */
public enum Grade {
  ENTRIES,
  STREAMS,
  TREE,
  HEAD,
  CONTINUITY,
  PREDECESSOR,
  WITNESSES,
  TIME,
  CONDUCT,
  REPORTS,
  DISCLOSURES;

  /** As printed, and as given to {@code --require}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
