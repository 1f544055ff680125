package org.disclosureledger.service.report;

import org.disclosureledger.service.envelope.RefusalRule;

/** Rules of reports; those of form are {@code FormRule}'s. */
public enum ReportRule implements RefusalRule {
  ROLE_NOT_ALLOWED(403, "Vai trò này không được làm việc đó", "This role may not do that"),
  REPORT_NOT_FOUND(404, "Không có báo cáo này", "There is no such report"),
  REPORT_EXISTS(
      409,
      "Báo cáo của kỳ này đã được chốt; số liệu đến sau ghi vào bản bổ sung",
      "The report of this period is frozen; what came later goes to an amendment"),
  STALE_VERSION(412, "Báo cáo đã thay đổi từ lần xem trước", "It has changed since it was read"),
  PERIOD_NOT_OVER(422, "Kỳ báo cáo chưa kết thúc", "The period is not over"),
  AS_OF_AHEAD(422, "Thời điểm chốt ở tương lai", "Figures cannot be as of the future"),
  REQUESTS_UNREADABLE(
      409,
      "Có yêu cầu không đọc tiếp được nên không chốt được báo cáo",
      "Requests cannot be read on, so nothing can be frozen"),
  BACKLOG_UNBALANCED(
      409,
      "Số tồn đầu kỳ, phát sinh và tồn cuối kỳ không khớp nên không chốt được báo cáo",
      "The backlog does not add up, so nothing can be frozen"),
  BACKLOG_DIFFERS(
      409,
      "Tồn đầu kỳ khác tồn cuối kỳ của báo cáo trước: cần nêu lý do",
      "It opens with another backlog than the last report closed with: say why"),
  DIFFERENCE_NEEDLESS(
      422,
      "Nêu lý do chênh lệch khi không có chênh lệch",
      "It says why the backlog differs, and it does not"),
  NOTHING_LATER(
      409,
      "Bản bổ sung phải tính đến thời điểm muộn hơn bản trước",
      "An amendment is as of a later instant than what it amends"),
  VERSION_UNKNOWN(
      422,
      "Bản được nêu không phải bản đã chốt hay bổ sung của báo cáo này",
      "What is referred to is no version of this report"),
  SUBMITTED_IN_FUTURE(422, "Thời điểm gửi ở tương lai", "It is said to have gone in the future"),
  SUBMITTED_TOO_EARLY(
      422, "Thời điểm gửi trước khi chốt", "It is said to have gone before it was frozen"),
  TOO_MANY_ROWS(422, "Báo cáo quá lớn", "The report is too large");

  private final Answer answer;

  ReportRule(int status, String titleVi, String titleEn) {
    answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
