package org.disclosureledger.service.access;

import org.disclosureledger.service.envelope.RefusalRule;

/** Refusals before any operation is reached. */
enum AccessRule implements RefusalRule {
  /**
   * Word for word what an unknown ledger is answered with: which ledgers exist is nobody's hint.
   */
  LEDGER_NOT_FOUND("ledger-not-found", 404, "Không có sổ này", "No such ledger"),
  SIGN_IN_BUSY(
      "sign-in-busy",
      503,
      "Quá nhiều lượt đăng nhập, xin thử lại",
      "Too many sign-ins at once; try again");

  private final String code;
  private final int status;
  private final String titleVi;
  private final String titleEn;

  AccessRule(String code, int status, String titleVi, String titleEn) {
    this.code = code;
    this.status = status;
    this.titleVi = titleVi;
    this.titleEn = titleEn;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String titleVi() {
    return titleVi;
  }

  @Override
  public String titleEn() {
    return titleEn;
  }
}
