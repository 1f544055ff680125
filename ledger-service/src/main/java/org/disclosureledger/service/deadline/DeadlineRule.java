package org.disclosureledger.service.deadline;

import org.disclosureledger.service.envelope.RefusalRule;

/** Why no due time can be said. */
public enum DeadlineRule implements RefusalRule {
  CALENDAR_MISSING(
      409,
      "Chưa có lịch làm việc để tính thời hạn",
      "No working calendar to compute the due time with");

  private final Answer answer;

  DeadlineRule(int status, String titleVi, String titleEn) {
    answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
