package org.disclosureledger.service.vocabulary;

/** What a document is attached for. */
public enum DocumentPurpose implements Labelled {
  DEMAND("văn bản yêu cầu", "the request itself"),
  CONFIRMATION("xác nhận bằng văn bản", "confirmation in writing"),
  ORDER("lệnh, quyết định", "order or decision"),
  MINUTES("biên bản", "minutes"),
  CANCELLATION("văn bản hủy yêu cầu", "cancellation"),
  CORRESPONDENCE("thư từ trao đổi", "correspondence"),
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
