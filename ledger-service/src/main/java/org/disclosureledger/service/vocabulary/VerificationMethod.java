package org.disclosureledger.service.vocabulary;

/** How the authority of a request was checked. */
public enum VerificationMethod implements Labelled {
  CALL_BACK("gọi lại số đã đăng ký", "call back to the registered number"),
  DIGITAL_SIGNATURE("chữ ký số", "digital signature"),
  SEAL_OR_DOCUMENT("con dấu / văn bản", "seal or document"),
  LETTER_OF_INTRODUCTION("giấy giới thiệu", "letter of introduction");

  private final String vi;
  private final String en;

  VerificationMethod(String vi, String en) {
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
