package org.disclosureledger.service.vocabulary;

/** Whether a signature holds. */
public enum SignatureOutcome implements Labelled {
  VALID("hợp lệ", "valid"),
  INVALID("không hợp lệ", "invalid"),
  INDETERMINATE("chưa xác định", "indeterminate");

  private final String vi;
  private final String en;

  SignatureOutcome(String vi, String en) {
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
