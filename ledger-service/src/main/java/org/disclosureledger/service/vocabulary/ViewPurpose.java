package org.disclosureledger.service.vocabulary;

/** For what purpose somebody opens personal data. */
public enum ViewPurpose implements Labelled {
  ANSWERING("trả lời yêu cầu", "answering the request"),
  APPROVING("duyệt việc đã chuẩn bị", "approving what was prepared"),
  SUPERVISION("giám sát", "supervision"),
  INSPECTION("phục vụ thanh tra, kiểm tra", "an inspection"),
  COMPLAINT("giải quyết khiếu nại", "a complaint"),
  AUDIT("kiểm toán", "an audit"),
  CORRECTION("đính chính hồ sơ", "correcting the record"),
  REGISTER("quản lý danh bạ cơ quan", "keeping the agency register");

  private final String vi;
  private final String en;

  ViewPurpose(String vi, String en) {
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
