package org.disclosureledger.service.erasure;

import org.disclosureledger.service.envelope.RefusalRule;

/** Rules that can refuse an erasure. */
public enum ErasureRule implements RefusalRule {
  ERASURE_NOT_ALLOWED(
      403, "Chỉ người duyệt được xóa dữ liệu cá nhân", "Only an approver erases personal data"),
  ERASURE_REQUEST_NOT_FOUND(404, "Không có yêu cầu này", "There is no such request"),
  ERASURE_STALE_VERSION(
      412, "Yêu cầu đã thay đổi từ lần xem trước", "The request has changed since it was read"),
  ERASURE_REQUEST_OPEN(
      409,
      "Yêu cầu chưa đóng, hoặc còn việc dở dang: chưa được xóa",
      "The request is not closed, or something about it is still open: nothing is erased yet"),
  ERASURE_STREAM_UNREADABLE(
      500,
      "Các bản ghi của yêu cầu mâu thuẫn nhau, cần kiểm tra sổ",
      "The entries of the request contradict each other; the ledger has to be examined"),
  RETENTION_RULE_UNKNOWN(
      422,
      "Không có quy tắc lưu giữ này trong bộ quy tắc đang áp dụng",
      "The retention rules adopted last have no rule of this id"),
  RETENTION_RULE_NOT_IN_FORCE(
      409, "Quy tắc lưu giữ chưa hoặc không còn hiệu lực", "The retention rule is not in force"),
  RETENTION_RULE_OTHER_CASES(
      409,
      "Quy tắc lưu giữ không áp dụng cho loại vụ việc này",
      "The retention rule does not apply to this type of case"),
  RETENTION_NOT_OVER(
      409,
      "Chưa hết thời hạn lưu giữ từ khi đóng",
      "The days of keeping since closing are not over"),
  ALREADY_ERASED(409, "Dữ liệu cá nhân đã được xóa", "The personal data is erased already");

  private final Answer answer;

  ErasureRule(int status, String titleVi, String titleEn) {
    this.answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
