package org.disclosureledger.verifier.figures;

/** What a row of figures is about (REPORTS §6), in the order of rows. */
public enum Slice {
  ALL,
  AGENCY,
  AGENCY_KIND,
  ITEM_KIND,
  PROVINCE,
  EMERGENCY,
  REFUSAL_GROUND,
  MONTH
}
