package org.disclosureledger.service.grant;

import org.disclosureledger.service.envelope.RefusalRule;

/**
 * Rules that can refuse a grant, its revocation, or what is asked under one. Those that requests
 * have too are named alike, as to a client they are one.
 */
public enum GrantRule implements RefusalRule {
  GRANT_NOT_ALLOWED(
      403, "Chỉ người duyệt được cấp hoặc thu hồi quyền mở", "Only an approver grants and revokes"),
  REQUEST_NOT_FOUND(404, "Không có yêu cầu này", "There is no such request"),
  STALE_VERSION(
      412, "Yêu cầu đã thay đổi từ lần xem trước", "The request has changed since it was read"),
  PERSONAL_DATA_ERASED(
      409,
      "Dữ liệu cá nhân của yêu cầu đã được xóa: không còn gì để mở",
      "The personal data of the request was erased: there is nothing left to open"),
  SECRECY_FORBIDS_CONTENT(
      422,
      "Độ mật trên Thường: chỉ ghi số và ngày",
      "Above secrecy Thường only number and dates are recorded"),
  REASON_MISSING(422, "Thiếu lý do", "The reason is missing"),
  GRANT_PURPOSE_NOT_OF_ROLE(
      422,
      "Vai trò được cấp không xem vì mục đích đó",
      "The role that it is granted to does not look for this purpose"),
  GRANT_TOO_SHORT(
      422,
      "Thời hạn của quyền mở đã qua hoặc ngắn hơn một phút",
      "The grant would be over already, or within a minute"),
  GRANT_TOO_LONG(
      422, "Quyền mở kéo dài quá 366 ngày", "The grant would stand for more than 366 days"),
  GRANTS_TOO_MANY(
      409, "Yêu cầu này đã có quá nhiều quyền mở", "This request has had too many grants"),
  GRANT_NOT_FOUND(404, "Không có quyền mở này", "There is no such grant"),
  GRANT_OVER(
      409, "Quyền mở đã hết hạn hoặc đã thu hồi", "The grant is over, or was revoked before"),
  GRANT_REQUIRED(
      403,
      "Chưa được cấp quyền mở yêu cầu này vì mục đích đó",
      "No grant that stands lets you open this request for that purpose");

  private final Answer answer;

  GrantRule(int status, String titleVi, String titleEn) {
    this.answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
