package org.disclosureledger.service.request.content;

import org.disclosureledger.service.envelope.RefusalRule;

/** Rules that can refuse a command about a request; those of form are {@code FormRule}'s. */
public enum RequestRule implements RefusalRule {
  NO_ITEMS(422, "Không có nội dung nào", "There is no item"),
  TOO_MANY_ITEMS(422, "Quá nhiều nội dung", "Too many items"),
  TOO_MANY_TARGETS(422, "Quá nhiều đối tượng", "Too many targets"),
  TOO_MANY_DOCUMENTS(422, "Quá nhiều văn bản kèm theo", "Too many documents"),
  TARGET_WITHOUT_IDENTIFIER(
      422, "Đối tượng thiếu thông tin định danh", "A target has no identifier"),
  SECRECY_FORBIDS_CONTENT(
      422,
      "Độ mật trên Thường: chỉ ghi số và ngày",
      "Above secrecy Thường only number and dates are recorded"),
  REQUEST_NOT_FOUND(404, "Không có yêu cầu này", "There is no such request"),
  REQUEST_EXISTS(409, "Yêu cầu này đã được ghi", "This request is already recorded"),
  STALE_VERSION(
      412, "Yêu cầu đã thay đổi từ lần xem trước", "The request has changed since it was read"),
  STREAM_UNREADABLE(
      500,
      "Các bản ghi của yêu cầu mâu thuẫn nhau, cần kiểm tra sổ",
      "The entries of the request contradict each other; the ledger has to be examined"),
  REQUEST_CLOSED(409, "Yêu cầu đã đóng", "The request is closed"),
  PERSONAL_DATA_ERASED(
      409,
      "Dữ liệu cá nhân của yêu cầu đã được xóa: không ghi thêm được nữa",
      "The personal data of the request was erased: nothing more is recorded of it"),
  REOPENING_FIRST(
      409,
      "Yêu cầu đã đóng mà có lần cung cấp không đến nơi: phải mở lại trước",
      "The request is closed though a delivery failed: it has to be reopened first"),
  REOPENING_INCOMPLETE(
      422,
      "Mở lại phải nêu mọi nội dung mà lần cung cấp không đến nơi đã mở ra",
      "The reopening has to name every item that a failed delivery left open"),
  ROLE_NOT_ALLOWED(403, "Vai trò này không được làm việc đó", "This role may not do that"),
  RECEIVED_IN_FUTURE(
      422, "Thời điểm tiếp nhận ở tương lai", "The time of receipt lies in the future"),
  RECEIVED_TOO_LATE(
      422,
      "Thời điểm tiếp nhận sau việc đã làm theo yêu cầu",
      "It would have been received after something was done about it"),
  DOCUMENT_DATE_IN_FUTURE(
      422, "Ngày văn bản ở tương lai", "The document's date lies in the future"),
  HAPPENED_IN_FUTURE(
      422, "Thời điểm xảy ra ở tương lai", "It is said to have happened in the future"),
  HAPPENED_TOO_EARLY(
      422,
      "Thời điểm xảy ra trước việc làm căn cứ",
      "It is said to have happened before what it follows"),
  AUTHORITY_NOT_VERIFIED(
      409, "Chưa xác minh thẩm quyền", "The authority of the request is not verified"),
  AUTHORITY_REFUTED(409, "Thẩm quyền đã bị bác bỏ", "The authority of the request was refuted"),
  ACT_OPEN(409, "Còn một việc đang chờ người thứ hai", "An act still waits for its second person"),
  ACT_NOT_OPEN(
      409,
      "Việc được nêu không chờ người thứ hai",
      "The act referred to does not wait for a second person"),
  SAME_PERSON(409, "Người duyệt trùng người chuẩn bị", "The second person is the one who prepared"),
  SYSTEM_NOT_A_PERSON(
      409, "Hệ thống không thể là một trong hai người", "The system is not one of the two people"),
  ITEM_UNKNOWN(422, "Không có nội dung số này", "The request has no such item"),
  ITEM_REPEATED(422, "Một nội dung được nêu hai lần", "An item is named twice"),
  ITEM_NOT_PENDING(
      409, "Nội dung không còn chờ chấp nhận", "The item no longer waits for acceptance"),
  ITEM_NOT_APPROVED(
      409, "Nội dung chưa chấp nhận hoặc đã xong", "The item is not approved, or already answered"),
  NO_OPEN_ITEM(409, "Không còn nội dung nào chờ trả lời", "No item waits for its answer"),
  SCOPE_COUNT_MISSING(
      422,
      "Phạm vi chấp nhận thiếu số bản ghi tối đa",
      "The approved scope states no maximum of records"),
  SCOPE_TARGET_EXCEEDED(
      422,
      "Chấp nhận đối tượng ngoài yêu cầu",
      "The approved scope names a target that was not asked for"),
  SCOPE_FIELD_EXCEEDED(
      422,
      "Chấp nhận trường dữ liệu ngoài yêu cầu",
      "The approved scope names a field that was not asked for"),
  SCOPE_PERIOD_EXCEEDED(
      422,
      "Chấp nhận khoảng thời gian ngoài yêu cầu",
      "The approved period is wider than what was asked for"),
  SCOPE_COUNT_EXCEEDED(
      422, "Chấp nhận số bản ghi vượt yêu cầu", "The approved maximum is above what was asked for"),
  DELIVERY_TARGET_EXCEEDED(
      422,
      "Cung cấp đối tượng ngoài phạm vi chấp nhận",
      "The delivery is about a target outside the approved scope"),
  DELIVERY_FIELD_EXCEEDED(
      422,
      "Cung cấp trường dữ liệu ngoài phạm vi chấp nhận",
      "The delivery holds a field outside the approved scope"),
  DELIVERY_PERIOD_EXCEEDED(
      422,
      "Cung cấp khoảng thời gian ngoài phạm vi chấp nhận",
      "The delivery's period lies outside the approved scope"),
  DELIVERY_COUNT_EXCEEDED(
      422,
      "Cung cấp số bản ghi vượt phạm vi chấp nhận",
      "The deliveries hold more records than the approved scope"),
  DELIVERY_EMPTY(422, "Lần cung cấp không có bản ghi nào", "The delivery holds no record"),
  GROUND_MISSING(422, "Từ chối phải nêu ít nhất một căn cứ", "A refusal names at least one ground"),
  REASON_MISSING(422, "Thiếu lý do", "The reason is missing"),
  DELIVERY_UNKNOWN(422, "Không có lần cung cấp này", "There is no such delivery"),
  RECEIPT_EXISTS(409, "Lần cung cấp này đã có xác nhận", "The delivery already has its receipt"),
  ITEMS_OPEN(409, "Còn nội dung chưa trả lời xong", "An item still waits for its answer"),
  AGENT_AFTER_RECEIPT(
      422,
      "Đại lý nhận sau doanh nghiệp",
      "It is said to have reached the agent after the enterprise"),
  CONTACT_MISSING(
      422,
      "Gọi lại phải nêu đầu mối trong danh bạ cơ quan",
      "A call back names a contact of our agency register"),
  CONTACT_NOT_A_NUMBER(
      409,
      "Gọi lại phải theo số điện thoại đã đăng ký",
      "A call back goes to a registered telephone number"),
  CONTACT_UNKNOWN(
      409,
      "Đầu mối không phải của cơ quan yêu cầu hoặc đã hết hiệu lực",
      "The contact is not a current one of the requesting agency"),
  AGENCY_NOT_VALID(
      409,
      "Cơ quan không còn hoạt động vào ngày tiếp nhận",
      "The agency did not exist on the day of receipt"),
  CLARIFICATION_OPEN(
      409, "Đang chờ cơ quan làm rõ", "A question to the agency still waits for its answer"),
  CLARIFICATION_NOT_OPEN(
      409, "Câu hỏi được nêu không còn chờ trả lời", "The question referred to is not open"),
  NOT_AN_EMERGENCY(409, "Yêu cầu không phải khẩn cấp", "The request is no emergency"),
  EMERGENCY_NEEDS_CALL_BACK(
      409,
      "Khẩn cấp phải gọi lại số đã đăng ký, hoặc có chữ ký số đã kiểm tra",
      "An emergency needs a call back to a registered number, or a signature found valid"),
  WRITING_NOT_CONFIRMED(
      409,
      "Yêu cầu bằng lời chưa được xác nhận bằng văn bản",
      "The oral request is not confirmed in writing"),
  WRITING_NOT_NEEDED(
      409, "Yêu cầu không cần xác nhận bằng văn bản", "The request needs no written confirmation"),
  WRITING_CONFIRMED(
      409, "Đã có xác nhận bằng văn bản", "The written confirmation is already recorded"),
  WRITING_NOT_DUE(
      409, "Chưa đến hạn xác nhận bằng văn bản", "The written confirmation is not yet due"),
  WRITING_MISSED(
      409, "Đã ghi nhận quá hạn xác nhận", "That the confirmation was missed is already recorded"),
  DUE_UNCHANGED(
      409, "Thời hạn tính lại không thay đổi", "Counted again, the due time is what it was"),
  NO_DEADLINE(409, "Yêu cầu không có thời hạn", "The request has no due time"),
  DUE_PASSED(
      409, "Thời hạn đã qua, không gia hạn được", "The due time has passed; it cannot be extended"),
  DUE_NOT_LATER(
      422, "Thời hạn mới không sau thời hạn cũ", "The new due time is not after the present one"),
  ITEM_ANSWERED(409, "Nội dung đã trả lời xong", "The item already has its answer"),
  ITEM_NOT_ANSWERED(409, "Nội dung chưa trả lời xong", "The item still waits for its answer"),
  ITEM_NEEDS_MEASURE(
      409,
      "Nội dung này cần biện pháp, không phải cung cấp dữ liệu",
      "The item asks for a measure, not for data"),
  MEASURE_NOT_ASKED(
      409, "Nội dung không yêu cầu biện pháp này", "The item does not ask for this measure"),
  MEASURE_NOT_IN_FORCE(
      409, "Không có biện pháp nào đang thực hiện", "No measure is in force for the item"),
  MEASURE_TARGET_EXCEEDED(
      422,
      "Biện pháp nhắm đối tượng ngoài phạm vi chấp nhận",
      "The measure is about a target outside the approved scope"),
  MEASURE_PERIOD_EXCEEDED(
      422,
      "Biện pháp ra ngoài khoảng thời gian đã chấp nhận",
      "The measure reaches outside the approved period"),
  MEASURE_TARGET_LEFT(
      422,
      "Còn đối tượng chưa được khôi phục",
      "A target of the measure is left without its restoration"),
  MEASURE_IN_FORCE(
      409,
      "Biện pháp đang thực hiện, phải khôi phục trước",
      "The measure is in force and has to be lifted first"),
  ENTRY_UNKNOWN(422, "Yêu cầu không có mục ghi này", "The request has no such entry"),
  CORRECTION_EMPTY(422, "Đính chính không nêu điều gì", "The correction says nothing"),
  CHANGES_NOT_OF_RECORDING(
      422,
      "Chỉ mục ghi tiếp nhận mới có thể sửa từng thành phần",
      "Members are corrected only of the entry that recorded the request"),
  ITEM_OUT_OF_ORDER(
      422, "Số thứ tự nội dung không liền mạch", "The item's ordinal does not continue the count"),
  SEVERITY_MISMATCH(
      422,
      "Mức độ sai sót không khớp với việc đã cung cấp hay chưa",
      "The severity does not fit whether anything was disclosed"),
  LINK_TO_ITSELF(422, "Yêu cầu liên kết với chính nó", "The request is linked to itself"),
  LINKED_REQUEST_UNKNOWN(
      422, "Không có yêu cầu được liên kết", "There is no such request to link to"),
  TOO_MANY_REMARKS(
      409,
      "Yêu cầu đã có quá nhiều bản ghi, không nhận thêm ghi chú",
      "The request has too many entries to take another remark"),
  DOCUMENT_REPEATED(
      409, "Văn bản này đã được đính kèm", "The document is attached to the request already"),
  TOO_MANY_SIGNATURES(422, "Quá nhiều chữ ký trên văn bản", "Too many signatures on a document"),
  SIGNED_DOCUMENT_UNKNOWN(
      422,
      "Yêu cầu chưa có văn bản mà chữ ký tách rời ký lên",
      "The request has no such document for a detached signature to sign");

  private final Answer answer;

  RequestRule(int status, String titleVi, String titleEn) {
    answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
