package org.disclosureledger.service.form;

import org.disclosureledger.service.envelope.RefusalRule;

/** Rules that need to know nothing but the value. */
public enum FormRule implements RefusalRule {
  MEMBER_MISSING(400, "Thiếu một thành phần bắt buộc", "A required member is missing"),
  MEMBER_INVALID(400, "Một thành phần không đúng dạng", "A member is not of the form it must have"),
  MEMBER_REPEATED(
      400, "Một giá trị bị lặp lại trong danh sách", "A list names the same value twice"),
  TEXT_MALFORMED(400, "Văn bản có ký tự không hợp lệ", "A text holds characters that it must not"),
  TEXT_TOO_LONG(422, "Văn bản quá dài", "A text is too long"),
  TIME_OUT_OF_RANGE(422, "Thời điểm ngoài khoảng cho phép", "A time is out of range"),
  PERIOD_REVERSED(
      422, "Khoảng thời gian kết thúc trước khi bắt đầu", "A period ends before it begins"),
  COUNT_OUT_OF_RANGE(422, "Số lượng ngoài khoảng cho phép", "A count is out of range");

  private final Answer answer;

  FormRule(int status, String titleVi, String titleEn) {
    answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
