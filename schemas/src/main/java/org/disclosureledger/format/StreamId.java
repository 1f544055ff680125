package org.disclosureledger.format;

/** The stream an entry belongs to: {@code subject} of FORMAT §1. */
public record StreamId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
