package org.disclosureledger.service.access;

import org.disclosureledger.service.envelope.RefusalRule;

/** Refusals before any operation is reached. */
enum AccessRule implements RefusalRule {
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
