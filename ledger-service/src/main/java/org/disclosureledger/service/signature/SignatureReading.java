package org.disclosureledger.service.signature;

import org.disclosureledger.service.vocabulary.Labelled;

/** How far a document could be searched for signatures. */
public enum SignatureReading implements Labelled {
  COMPLETE("đã kiểm tra hết", "all were checked"),
  TOO_MANY("nhiều hơn 10 chữ ký; chỉ kiểm tra 10", "more than 10 signatures; 10 were checked"),
  UNREADABLE("không đọc được chữ ký trong tệp", "the file's signatures cannot be read"),
  TOO_COSTLY(
      "kiểm tra tốn quá nhiều thời gian hoặc bộ nhớ", "the check takes too much time or memory"),
  FAILED("việc kiểm tra gặp lỗi", "the check failed");

  private final String vi;
  private final String en;

  SignatureReading(String vi, String en) {
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
