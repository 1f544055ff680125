package org.disclosureledger.format;

import java.util.regex.Pattern;

/** A ledger's name: {@code source} of its entries, first line of its checkpoints. FORMAT §1. */
public record Origin(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9.-]+(/[a-z0-9._~-]+)*");

  /** Rule {@code origin}. */
  public Origin {
    if (value.length() > FormatLimits.MAX_ORIGIN_BYTES || !FORM.matcher(value).matches()) {
      throw FormatRule.ORIGIN.violation(0, "not an origin: " + FORM + ", at most 255 bytes");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
