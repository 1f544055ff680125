package org.disclosureledger.service.figures;

import org.disclosureledger.service.vocabulary.Labelled;

/** What a row of figures is about ({@code schemas/REPORTS.md} §6), in the order of rows. */
public enum Slice implements Labelled {
  ALL("Toàn bộ", "All"),
  AGENCY("Cơ quan yêu cầu", "Requesting agency"),
  AGENCY_KIND("Loại cơ quan", "Kind of agency"),
  ITEM_KIND("Loại nội dung", "Kind of item"),
  PROVINCE("Tỉnh, thành phố", "Province"),
  EMERGENCY("Khẩn cấp", "Emergency"),
  REFUSAL_GROUND("Lý do từ chối", "Ground of refusal"),
  MONTH("Tháng", "Month");

  private final String vi;
  private final String en;

  Slice(String vi, String en) {
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
