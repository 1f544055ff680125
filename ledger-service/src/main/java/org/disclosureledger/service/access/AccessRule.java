package org.disclosureledger.service.access;

import org.disclosureledger.service.envelope.RefusalRule;

/** Refusals before any operation is reached. */
enum AccessRule implements RefusalRule {
  CLAIM_INVALID(
      401, "Thông tin trong thẻ truy cập không đúng kiểu", "A claim of the token has another type"),
  ROLE_MISSING(403, "Tài khoản không có vai trò nào ở đây", "The account has no role here"),
  ROLE_AMBIGUOUS(
      403, "Tài khoản có hai vai trò không đi cùng nhau", "The account has two roles at once"),
  CSRF_TOKEN_INVALID(403, "Thiếu mã chống giả mạo yêu cầu", "The CSRF token is missing or wrong"),
  TOO_MANY_REQUESTS(
      429,
      "Quá nhiều yêu cầu trong một phút; hãy chờ rồi gửi lại",
      "Too many requests within a minute; wait, then repeat"),
  TOO_MANY_SIGN_INS(
      429,
      "Quá nhiều lượt đăng nhập từ một địa chỉ; hãy chờ rồi thử lại",
      "Too many sign-ins from one address; wait, then try again"),
  SIGN_IN_BUSY(
      503, "Quá nhiều lượt đăng nhập, xin thử lại", "Too many sign-ins at once; try again"),
  PROVIDER_UNAVAILABLE(
      503,
      "Chưa hỏi được máy chủ đăng nhập; hãy gửi lại sau",
      "The sign-in provider cannot be asked now; repeat later");

  private final Answer answer;

  AccessRule(int status, String titleVi, String titleEn) {
    answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
