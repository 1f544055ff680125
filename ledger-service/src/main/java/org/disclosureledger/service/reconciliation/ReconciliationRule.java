package org.disclosureledger.service.reconciliation;

import org.disclosureledger.service.envelope.RefusalRule;

/** Rules of reconciliations; a detail names rows and columns, never what stands in them. */
public enum ReconciliationRule implements RefusalRule {
  ROLE_NOT_ALLOWED(403, "Vai trò này không được làm việc đó", "This role may not do that"),
  RECONCILIATION_NOT_FOUND(404, "Không có lần đối chiếu này", "There is no such reconciliation"),
  RECONCILIATION_EXISTS(
      409, "Lần đối chiếu này đã được ghi", "This reconciliation is already recorded"),
  STALE_VERSION(412, "Bản ghi đã thay đổi từ lần xem trước", "It has changed since it was read"),
  PERIOD_IN_FUTURE(422, "Thời gian chưa kết thúc", "It is said to end on a day that has not begun"),
  PERIOD_TOO_LONG(422, "Khoảng thời gian đối chiếu quá dài", "The period is too long to compare"),
  AGENCY_UNKNOWN(
      422,
      "Cơ quan không có trong danh bạ và chưa gửi yêu cầu nào",
      "The agency is not registered and has sent no request"),
  LIST_NOT_UTF8(400, "Danh sách không ở dạng UTF-8", "The list is not UTF-8"),
  LIST_EMPTY(400, "Danh sách rỗng", "The list is empty"),
  LIST_MALFORMED(400, "Danh sách CSV sai cú pháp", "The list is malformed CSV"),
  LIST_HEADER_UNKNOWN(
      422,
      "Dòng tiêu đề thiếu hoặc lặp cột cần thiết",
      "The header row lacks or repeats a needed column"),
  LIST_ROW_INVALID(422, "Một dòng của danh sách không hợp lệ", "A row of the list is invalid"),
  LIST_TOO_LONG(422, "Danh sách có quá nhiều dòng", "The list has too many rows"),
  TOO_MUCH_TO_COMPARE(
      422,
      "Quá nhiều yêu cầu hoặc khác biệt, hãy chọn thời gian ngắn hơn",
      "Too many requests or differences; choose a shorter period"),
  REGISTER_BEHIND(
      503, "Sổ đang cập nhật, xin thử lại", "The register is catching up; repeat in a moment"),
  DIFFERENCES_ERASED(410, "Danh sách khác biệt đã bị xóa", "The list of differences was erased");

  private final Answer answer;

  ReconciliationRule(int status, String titleVi, String titleEn) {
    answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
