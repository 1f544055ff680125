package org.disclosureledger.service.vocabulary;

/** What the check of a signature over its document found; says nothing of who signed. */
public enum SignatureOutcome implements Labelled {
  /** The document is what the holder of the key signed. */
  VALID("hợp lệ", "valid"),
  /** The document or the signature was changed, or never belonged together. */
  INVALID("không hợp lệ", "invalid"),
  /** Neither could be shown. */
  INDETERMINATE("chưa kết luận được", "indeterminate");

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
