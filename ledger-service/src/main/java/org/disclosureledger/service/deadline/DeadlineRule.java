package org.disclosureledger.service.deadline;

import org.disclosureledger.service.envelope.RefusalRule;

/** Why no due time can be said. */
public enum DeadlineRule implements RefusalRule {
  CALENDAR_MISSING(
      "calendar-missing",
      409,
      "Chưa có lịch làm việc để tính thời hạn",
      "No working calendar to compute the due time with");

  private final String code;
  private final int status;
  private final String titleVi;
  private final String titleEn;

  DeadlineRule(String code, int status, String titleVi, String titleEn) {
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
