package org.disclosureledger.service.request.content;

import org.disclosureledger.service.vocabulary.Labelled;

/** What became of a delivery. */
public enum ReceiptOutcome implements Labelled {
  ACKNOWLEDGED("đã nhận", "acknowledged"),
  FAILED("không nhận được", "failed");

  private final String vi;
  private final String en;

  ReceiptOutcome(String vi, String en) {
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
