package org.disclosureledger.service.request;

import org.disclosureledger.service.vocabulary.Labelled;

/** Where one item stands. Overdue is no state: it is a view of the clock. */
public enum ItemState implements Labelled {
  RECEIVED("Đã tiếp nhận", "Received", "SubmittedToCSP"),
  APPROVED("Đã chấp nhận", "Approved", "Approved"),
  EMERGENCY_APPROVED("Chấp nhận khẩn cấp", "Approved in an emergency", "EmergencyApproval"),
  PARTIAL("Cung cấp một phần", "Partial", "Partial"),
  DISCLOSED("Đã cung cấp", "Disclosed", "Disclosed"),
  NO_DATA("Không có dữ liệu", "No data", "DisclosureNotAvailable"),
  IN_FORCE("Đang thực hiện", "In force", "Active"),
  LIFTED("Đã chấm dứt, khôi phục", "Lifted", "Ended"),
  REJECTED("Từ chối", "Rejected", "Rejected"),
  CANCELLED("Đã hủy", "Cancelled", "Cancelled");

  private final String vi;
  private final String en;
  private final String etsi;

  ItemState(String vi, String en, String etsi) {
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

  /** Whether the agency has its answer to the item, be it data, a measure or a refusal. */
  public boolean terminal() {
    return switch (this) {
      case RECEIVED, APPROVED, EMERGENCY_APPROVED, PARTIAL -> false;
      case DISCLOSED, NO_DATA, IN_FORCE, LIFTED, REJECTED, CANCELLED -> true;
    };
  }

  /** Whether it is approved and nothing has been done for it yet. */
  public boolean approved() {
    return this == APPROVED || this == EMERGENCY_APPROVED;
  }

  /** Whether data may be handed over for it. */
  public boolean deliverable() {
    return approved() || this == PARTIAL;
  }
}
