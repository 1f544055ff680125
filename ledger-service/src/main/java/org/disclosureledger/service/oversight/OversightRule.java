package org.disclosureledger.service.oversight;

import org.disclosureledger.service.envelope.RefusalRule;

/** Rules of inspections, drills and voluntary reports; those of form are {@code FormRule}'s. */
public enum OversightRule implements RefusalRule {
  ROLE_NOT_ALLOWED(403, "Vai trò này không được làm việc đó", "This role may not do that"),
  OVERSIGHT_NOT_FOUND(
      404,
      "Không có cuộc kiểm tra, diễn tập hay tin báo này",
      "There is no such inspection, drill or report"),
  OVERSIGHT_EXISTS(
      409,
      "Cuộc kiểm tra, diễn tập hay tin báo này đã được ghi",
      "This inspection, drill or report is already recorded"),
  STALE_VERSION(412, "Bản ghi đã thay đổi từ lần xem trước", "It has changed since it was read"),
  PERIOD_IN_FUTURE(422, "Thời gian chưa kết thúc", "It is said to end on a day that has not begun"),
  RECEIVED_IN_FUTURE(
      422, "Thời điểm tiếp nhận ở tương lai", "The time of receipt lies in the future"),
  ALREADY_FORWARDED(
      409, "Tin báo đã được chuyển đến cơ quan này", "The report went to this agency before"),
  ENTRY_UNKNOWN(
      422,
      "Mục ghi được nêu không phải mục ghi ban đầu cần đính chính",
      "The entry referred to is not the one that recorded it"),
  CORRECTION_OPEN(
      409,
      "Còn một đính chính đang chờ người thứ hai",
      "A correction still waits for its second person"),
  CORRECTION_NOT_OPEN(
      409,
      "Đính chính được nêu không chờ người thứ hai",
      "The correction referred to does not wait for a second person"),
  SAME_PERSON(409, "Người duyệt trùng người chuẩn bị", "The second person is the one who prepared");

  private final Answer answer;

  OversightRule(int status, String titleVi, String titleEn) {
    answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
