package org.disclosureledger.service.vocabulary;

/** What an attached document is for. */
public enum DocumentPurpose implements Labelled {
  DEMAND("văn bản yêu cầu", "the demand"),
  CONFIRMATION("văn bản xác nhận", "written confirmation"),
  ORDER("quyết định, lệnh", "order"),
  MINUTES("biên bản", "minutes"),
  CANCELLATION("văn bản hủy yêu cầu", "cancellation"),
  CORRESPONDENCE("văn bản trao đổi", "correspondence"),
  OTHER("khác", "other");

  private final String vi;
  private final String en;

  DocumentPurpose(String vi, String en) {
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
