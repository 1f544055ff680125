package org.disclosureledger.service.signature;

import org.disclosureledger.service.vocabulary.Labelled;

/** Why a signature is not VALID. */
public enum SignatureDoubt implements Labelled {
  DOCUMENT_CHANGED(
      "văn bản đã bị thay đổi sau khi ký", "the document was changed after it was signed"),
  SIGNATURE_WRONG(
      "chữ ký không khớp với chứng thư", "the signature does not match its certificate"),
  CHANGED_BY_ADDITION(
      "có nội dung được thêm vào sau khi ký", "something was added after it was signed"),
  PARTLY_SIGNED("chỉ một phần văn bản được ký", "only a part of the document is signed"),
  ENCLOSES_OTHER(
      "chữ ký chứa một văn bản khác với văn bản được nêu",
      "the signature encloses another document than the one it is said to sign"),
  CONTENT_MISSING("thiếu văn bản được ký", "the signed document is not there"),
  CERTIFICATE_MISSING("thiếu chứng thư của người ký", "the signer's certificate is not there"),
  ALGORITHM_WEAK(
      "thuật toán ký không còn an toàn", "it is signed by an algorithm that is no longer safe"),
  NOT_UNDERSTOOD("không kiểm tra được chữ ký này", "this signature cannot be checked");

  private final String vi;
  private final String en;

  SignatureDoubt(String vi, String en) {
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
