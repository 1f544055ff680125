package org.disclosureledger.service.intake;

import org.disclosureledger.service.envelope.RefusalRule;

/** Problems of the HTTP layer itself; those of the domain are its refusal rules. */
enum ProblemType implements RefusalRule {
  MALFORMED_JSON("malformed-json", 400, "JSON sai cú pháp", "Malformed JSON"),
  DUPLICATE_MEMBER("duplicate-member", 400, "Trường bị lặp", "Duplicate member"),
  UNKNOWN_MEMBER("unknown-member", 400, "Trường không tồn tại", "Unknown member"),
  MISSING_MEMBER("missing-member", 400, "Thiếu trường bắt buộc", "Missing member"),
  INVALID_VALUE("invalid-value", 400, "Giá trị không hợp lệ", "Invalid value"),
  INVALID_NUMBER("invalid-number", 400, "Số không hợp lệ", "Invalid number"),
  INVALID_DATE("invalid-date", 400, "Ngày giờ không hợp lệ", "Invalid date or time"),
  UNKNOWN_CODE("unknown-code", 400, "Mã không có trong danh mục", "Unknown code"),
  INVALID_PARAMETER("invalid-parameter", 400, "Tham số không hợp lệ", "Invalid parameter"),
  INVALID_CURSOR("invalid-cursor", 400, "Con trỏ trang không hợp lệ", "Invalid cursor"),
  INVALID_IDEMPOTENCY_KEY(
      "invalid-idempotency-key", 400, "Khóa lặp không hợp lệ", "Invalid Idempotency-Key"),
  INVALID_IF_MATCH("invalid-if-match", 400, "If-Match không hợp lệ", "Invalid If-Match"),
  BAD_REQUEST("bad-request", 400, "Yêu cầu HTTP không hợp lệ", "Bad request"),
  NOT_SIGNED_IN("not-signed-in", 401, "Chưa đăng nhập", "Not signed in"),
  FORBIDDEN("forbidden", 403, "Không có quyền", "Not permitted"),
  NOT_FOUND("not-found", 404, "Không tìm thấy", "Not found"),
  REQUEST_NOT_FOUND("request-not-found", 404, "Không có yêu cầu này", "Unknown request"),
  METHOD_NOT_ALLOWED(
      "method-not-allowed", 405, "Phương thức không được hỗ trợ", "Method not allowed"),
  NOT_ACCEPTABLE("not-acceptable", 406, "Không có dạng trả lời được chấp nhận", "Not acceptable"),
  BODY_TOO_LARGE("body-too-large", 413, "Nội dung quá lớn", "Body too large"),
  ENTRY_TOO_LARGE("entry-too-large", 413, "Bản ghi quá lớn", "Entry too large"),
  UNSUPPORTED_MEDIA_TYPE(
      "unsupported-media-type", 415, "Kiểu nội dung không được hỗ trợ", "Unsupported media type"),
  INTERNAL("internal", 500, "Lỗi bên trong", "Internal error");

  private final String code;
  private final int status;
  private final String titleVi;
  private final String titleEn;

  ProblemType(String code, int status, String titleVi, String titleEn) {
    this.code = code;
    this.status = status;
    this.titleVi = titleVi;
    this.titleEn = titleEn;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String titleVi() {
    return titleVi;
  }

  @Override
  public String titleEn() {
    return titleEn;
  }
}
