package org.disclosureledger.service.erasure;

import org.disclosureledger.service.envelope.RefusalRule;

/** Rules that can refuse other retention rules. */
public enum RetentionRule implements RefusalRule {
  RETENTION_NOT_ALLOWED(
      403,
      "Chỉ quản trị được thay quy tắc lưu giữ",
      "Only an administrator adopts retention rules"),
  RETENTION_STALE_VERSION(
      412,
      "Quy tắc lưu giữ đã thay đổi từ lần xem trước",
      "The retention rules have changed since they were read"),
  RETENTION_ROWS_OVERLAP(
      422,
      "Hai quy tắc cùng áp dụng cho một loại vụ việc trong cùng một ngày",
      "Two rows apply to the same type of case on the same day");

  private final Answer answer;

  RetentionRule(int status, String titleVi, String titleEn) {
    this.answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
