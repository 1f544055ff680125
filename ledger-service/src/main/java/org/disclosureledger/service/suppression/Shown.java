package org.disclosureledger.service.suppression;

/** How a count stands in a published table. */
public enum Shown {
  EXACT,
  /** Nobody to four. */
  FEWER_THAN_FIVE,
  /** Not told, so that no other can be computed. */
  WITHHELD;

  /** As it is printed. */
  public String of(long count) {
    return switch (this) {
      case EXACT -> Long.toString(count);
      case FEWER_THAN_FIVE -> "<5";
      case WITHHELD -> "*";
    };
  }
}
