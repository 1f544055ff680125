package org.disclosureledger.service.vocabulary;

/** What of a record somebody opened. */
public enum ViewedPart implements Labelled {
  DETAIL("hồ sơ", "the record as it stands"),
  DOCUMENT("văn bản", "its documents, or one of them"),
  EVENTS("các bản ghi", "its entries"),
  REPEATS("các yêu cầu lặp lại", "requests about the same targets"),
  DIFFERENCES("danh sách khác biệt", "differences to an agency's list"),
  CONTACTS("đầu mối của cơ quan", "contacts of an agency"),
  OFFICERS("cán bộ của cơ quan", "officers of an agency"),
  INSPECTION("thanh tra", "an inspection"),
  DRILL("diễn tập", "a drill"),
  NOTICE("tin báo", "a voluntary report"),
  REPORT("báo cáo", "a report");

  private final String vi;
  private final String en;

  ViewedPart(String vi, String en) {
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
