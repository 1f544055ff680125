package org.disclosureledger.service.request;

import org.disclosureledger.service.vocabulary.Labelled;

/** Where one item stands. Overdue is no state: it is a view of the clock. */
public enum ItemState implements Labelled {
  RECEIVED("Đã tiếp nhận", "Received", "SubmittedToCSP"),
  APPROVED("Đã chấp nhận", "Approved", "Approved"),
  PARTIAL("Cung cấp một phần", "Partial", "Partial"),
  DISCLOSED("Đã cung cấp", "Disclosed", "Disclosed"),
  REJECTED("Từ chối", "Rejected", "Rejected");

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

  /** The name ETSI TS 103 120 has for it. */
  public String etsi() {
    return etsi;
  }

  /** Whether the agency has its answer to the item, be it data or a refusal. */
  public boolean terminal() {
    return this == DISCLOSED || this == REJECTED;
  }

  /** Whether data may be handed over for it. */
  public boolean deliverable() {
    return this == APPROVED || this == PARTIAL;
  }
}
