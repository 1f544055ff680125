package org.disclosureledger.service.vocabulary;

/** Whether a signer's certificate leads to a configured anchor. */
public enum SignatureChain implements Labelled {
  TRUSTED("tin cậy", "trusted"),
  UNTRUSTED("không tin cậy", "untrusted"),
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
