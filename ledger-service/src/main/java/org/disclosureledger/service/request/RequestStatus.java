package org.disclosureledger.service.request;

import org.disclosureledger.service.vocabulary.Labelled;

/** Where a request stands, derived from its items. */
public enum RequestStatus implements Labelled {
  RECEIVED("Đã tiếp nhận", "Received", "SubmittedToCSP"),
  VERIFYING("Đang xác minh", "Verifying", "SubmittedToCSP"),
  AWAITING_CLARIFICATION("Chờ làm rõ", "Awaiting clarification", "SubmittedToCSP"),
  APPROVED("Đã chấp nhận", "Approved", "Approved"),
  EMERGENCY_APPROVED("Chấp nhận khẩn cấp", "Approved in an emergency", "EmergencyApproval"),
  PARTIAL("Cung cấp một phần", "Partial", "Partial"),
  DISCLOSED("Đã cung cấp", "Disclosed", "Disclosed"),
  NO_DATA("Không có dữ liệu", "No data", "DisclosureNotAvailable"),
  MEASURE_TAKEN("Đã thực hiện biện pháp", "Measure taken", "Active"),
  REJECTED("Từ chối", "Rejected", "Rejected"),
  CANCELLED("Đã hủy", "Cancelled", "Cancelled"),
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

  /** The name ETSI TS 103 120 has for it, or the nearest one. */
  public String etsi() {
    return etsi;
  }
}
