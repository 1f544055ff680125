package org.disclosureledger.service.access;

import org.disclosureledger.service.envelope.RefusalRule;

/** Refusals before any operation is reached. */
enum AccessRule implements RefusalRule {
  /**
   * Word for word what an unknown ledger is answered with: which ledgers exist is nobody's hint.
   */
  LEDGER_NOT_FOUND(404, "Không có sổ này", "No such ledger"),
  SIGN_IN_BUSY(
      503, "Quá nhiều lượt đăng nhập, xin thử lại", "Too many sign-ins at once; try again");

  private final Answer answer;

  AccessRule(int status, String titleVi, String titleEn) {
    answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
