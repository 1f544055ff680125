package org.disclosureledger.service.deadline;

import org.disclosureledger.service.envelope.RefusalRule;

/** Why no due time can be said, or no other rule about it adopted. */
public enum DeadlineRule implements RefusalRule {
  CALENDAR_MISSING(
      409,
      "Chưa có lịch làm việc để tính thời hạn",
      "No working calendar to compute the due time with"),
  CALENDAR_TOO_SHORT(
      409,
      "Lịch làm việc không đến ngày cần tính",
      "The working calendar does not reach the day that is needed"),
  CALENDAR_OVER(
      422, "Lịch làm việc đã hết từ trước hôm nay", "The working calendar ended before today"),
  CALENDAR_BEGINS_LATE(
      422,
      "Lịch làm việc bắt đầu quá muộn: sau hôm nay, hoặc sau lịch đang dùng",
      "The working calendar begins too late: after today, or after the one in force"),
  ADOPTION_NOT_ALLOWED(
      403,
      "Chỉ quản trị được thay chính sách thời hạn và lịch làm việc",
      "Only an administrator adopts rules about due times and working calendars"),
  SAMPLE_UNFINISHED(
      409,
      "Sổ mẫu còn đang được tạo, xong mới thay được chính sách và lịch",
      "The sample ledger is still being written; adopt rules and calendars when it is complete"),
  ADOPTION_STALE_VERSION(
      412,
      "Chính sách hoặc lịch đã thay đổi từ lần xem trước",
      "The policy or the calendar has changed since it was read");

  private final Answer answer;

  DeadlineRule(int status, String titleVi, String titleEn) {
    answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
