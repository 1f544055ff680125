package org.disclosureledger.service.request.content;

import org.disclosureledger.service.vocabulary.Labelled;

/** What a check of authority found. */
public enum VerificationOutcome implements Labelled {
  VERIFIED("đã xác minh", "verified"),
  REFUTED("bị bác bỏ", "refuted");

  private final String vi;
  private final String en;

  VerificationOutcome(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  @Override
  public String vi() {
    return vi;
  }

  @Override
  public String en() {
    return en;
  }
}
