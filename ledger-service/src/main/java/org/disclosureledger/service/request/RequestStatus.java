package org.disclosureledger.service.request;

import org.disclosureledger.service.vocabulary.Labelled;

/** Where a request stands, derived from its items. */
public enum RequestStatus implements Labelled {
  RECEIVED("Đã tiếp nhận", "Received", "SubmittedToCSP"),
  VERIFYING("Đang xác minh", "Verifying", "SubmittedToCSP"),
  APPROVED("Đã chấp nhận", "Approved", "Approved"),
  PARTIAL("Cung cấp một phần", "Partial", "Partial"),
  DISCLOSED("Đã cung cấp", "Disclosed", "Disclosed"),
  REJECTED("Từ chối", "Rejected", "Rejected"),
  ACKNOWLEDGED("Đã nhận", "Received by the agency", "Disclosed"),
  CLOSED("Đã đóng", "Closed", "Closed");

  private final String vi;
  private final String en;
  private final String etsi;

  RequestStatus(String vi, String en, String etsi) {
    this.vi = vi;
    this.en = en;
    this.etsi = etsi;
  }

  @Override
  public String vi() {
    return vi;
  }

  @Override
  public String en() {
    return en;
  }

  /** The name ETSI TS 103 120 has for it. */
  public String etsi() {
    return etsi;
  }
}
