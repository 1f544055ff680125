package org.disclosureledger.service.wire;

import org.disclosureledger.service.envelope.RefusalRule;

/** Problems of the HTTP layer itself; those of the domain are its refusal rules. */
public enum ProblemType implements RefusalRule {
  MALFORMED_JSON(400, "JSON sai cú pháp", "Malformed JSON"),
  DUPLICATE_MEMBER(400, "Trường bị lặp", "Duplicate member"),
  UNKNOWN_MEMBER(400, "Trường không tồn tại", "Unknown member"),
  MISSING_MEMBER(400, "Thiếu trường bắt buộc", "Missing member"),
  INVALID_VALUE(400, "Giá trị không hợp lệ", "Invalid value"),
  INVALID_NUMBER(400, "Số không hợp lệ", "Invalid number"),
  INVALID_DATE(400, "Ngày giờ không hợp lệ", "Invalid date or time"),
  UNKNOWN_MESSAGE_TYPE(400, "Loại thông điệp không tồn tại", "Unknown type of message"),
  UNKNOWN_CODE(400, "Mã không có trong danh mục", "Unknown code"),
  INVALID_PARAMETER(400, "Tham số không hợp lệ", "Invalid parameter"),
  INVALID_CURSOR(400, "Con trỏ trang không hợp lệ", "Invalid cursor"),
  INVALID_IDEMPOTENCY_KEY(400, "Khóa lặp không hợp lệ", "Invalid Idempotency-Key"),
  INVALID_IF_MATCH(400, "If-Match không hợp lệ", "Invalid If-Match"),
  BAD_REQUEST(400, "Yêu cầu HTTP không hợp lệ", "Bad request"),
  NOT_SIGNED_IN(401, "Chưa đăng nhập", "Not signed in"),
  FORBIDDEN(403, "Không có quyền", "Not permitted"),
  NOT_FOUND(404, "Không tìm thấy", "Not found"),
  REQUEST_NOT_FOUND(404, "Không có yêu cầu này", "Unknown request"),
  DOCUMENT_NOT_FOUND(404, "Không có văn bản này", "Unknown document"),
  METHOD_NOT_ALLOWED(405, "Phương thức không được hỗ trợ", "Method not allowed"),
  NOT_ACCEPTABLE(406, "Không có dạng trả lời được chấp nhận", "Not acceptable"),
  BODY_TOO_SLOW(408, "Nội dung gửi quá chậm", "The body comes too slowly"),
  BODY_TOO_LARGE(413, "Nội dung quá lớn", "Body too large"),
  ENTRY_TOO_LARGE(413, "Bản ghi quá lớn", "Entry too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Kiểu nội dung không được hỗ trợ", "Unsupported media type"),
  DOCUMENT_ALTERED(
      500, "Văn bản lưu trữ đã bị thay đổi", "The stored document is not what was received"),
  DOCUMENT_LOST(500, "Kho lưu trữ không còn văn bản này", "The store does not hold the document"),
  INTERNAL(500, "Lỗi bên trong", "Internal error"),
  STORE_UNAVAILABLE(
      503,
      "Kho văn bản tạm thời không dùng được; hãy gửi lại sau",
      "The store of documents cannot be used now; repeat later"),
  CHECKS_UNAVAILABLE(
      503,
      "Chưa kiểm tra được chữ ký; hãy gửi lại sau",
      "Signatures cannot be checked now; repeat later"),
  QUERY_TOO_SLOW(
      503,
      "Truy vấn mất quá nhiều thời gian; hãy thu hẹp hoặc gửi lại sau",
      "The query takes too long; narrow it or repeat later");

  private final Answer answer;

  ProblemType(int status, String titleVi, String titleEn) {
    answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
