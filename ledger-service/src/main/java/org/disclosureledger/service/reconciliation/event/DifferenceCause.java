package org.disclosureledger.service.reconciliation.event;

/** In what two records differ, or why there is nothing to compare; names stand in entries. */
public enum DifferenceCause {
  DOCUMENT_DATE("ngày văn bản", "document date"),
  RECEIVED("thời điểm nhận", "time of receipt"),
  DOCUMENT_NUMBER("số văn bản", "document number"),
  AGENCY("cơ quan", "agency"),
  NO_NUMBER("không có số", "no number"),
  SECRECY("độ mật", "secrecy");

  private final String vi;
  private final String en;

  DifferenceCause(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  public String vi() {
    return vi;
  }

  public String en() {
    return en;
  }
}
