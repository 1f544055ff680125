package org.disclosureledger.service.vocabulary;

/** What went wrong in answering. */
public enum ErrorCause implements Labelled {
  WRONG_IDENTIFIER("sai định danh", "wrong identifier"),
  WRONG_PERIOD("sai khoảng thời gian", "wrong period"),
  WRONG_DATA_TYPE("sai loại dữ liệu", "wrong type of data"),
  EXCESS("cung cấp thừa", "too much"),
  WRONG_RECIPIENT("sai nơi nhận", "wrong recipient");

  private final String vi;
  private final String en;

  ErrorCause(String vi, String en) {
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
