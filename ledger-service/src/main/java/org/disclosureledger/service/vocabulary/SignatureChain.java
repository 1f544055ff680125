package org.disclosureledger.service.vocabulary;

/** Whether the signer is who a configured authority says; revocation is not asked (no network). */
public enum SignatureChain implements Labelled {
  TRUSTED("tin cậy", "trusted"),
  UNTRUSTED("không tin cậy", "not trusted"),
  /** No authority is configured. */
  NOT_CHECKED("chưa kiểm tra", "not checked");

  private final String vi;
  private final String en;

  SignatureChain(String vi, String en) {
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
