package org.disclosureledger.verifier.report;

import org.jspecify.annotations.Nullable;

/** What breaking a rule means, told to those who answer for it: people's rules alone have one. */
final class VietnameseTitles {
  private VietnameseTitles() {}

  /** In one line; null for a rule that people do not answer for. */
  static @Nullable String of(Rule rule) {
    return switch (rule) {
      case PREDECESSOR_FORM -> "Điều mục 0 nói về sổ trước không tự đứng vững";
      case PREDECESSOR_OTHER -> "Sổ được đưa ra không phải sổ trước mà mục 0 nêu";
      case PREDECESSOR_UNSOUND -> "Sổ trước tự nó không nhất quán";
      case PREDECESSOR_KEY -> "Sổ trước không nêu khóa đó cho kích thước này, hoặc dùng chung khóa";
      case PREDECESSOR_HEAD -> "Sổ trước có cây khác ở kích thước đã khôi phục";
      case PREDECESSOR_PUBLISHED -> "Sổ trước có cây khác ở kích thước đã công bố";
      case PREDECESSOR_BEYOND -> "Sổ trước đã ký đầu sổ lớn hơn điều mục 0 biết";
      case EVENT_STREAM -> "Sự kiện nằm trong luồng không thuộc loại của nó";
      case STREAM_NOT_BEGUN -> "Sự kiện đến trước sự kiện mở đầu luồng";
      case STREAM_BEGUN_AGAIN -> "Một luồng được mở đầu lần thứ hai";
      case DATA_UNREADABLE -> "Dữ liệu đúng lược đồ nhưng không nêu điều gì có thể xét";
      case VERSION_OUTDATED ->
          "Yêu cầu được ghi theo phiên bản cũ sau khi sổ đã dùng phiên bản mới";
      case EVENT_AFTER_CLOSE -> "Yêu cầu đã đóng mà vẫn tiếp tục như đang mở";
      case ITEMS_OPEN_AT_CLOSE -> "Đóng yêu cầu khi còn nội dung hoặc việc đang chờ";
      case NOT_REOPENABLE -> "Mở lại nội dung còn chờ trả lời hoặc đang chịu biện pháp";
      case REOPENING_INCOMPLETE -> "Mở lại yêu cầu đã đóng mà bỏ sót nội dung chưa được trả lời";
      case NO_OPEN_ITEM -> "Không còn nội dung nào đang chờ để làm việc này";
      case ACT_OPEN -> "Chuẩn bị việc mới hoặc mở lại yêu cầu khi còn một việc đang chờ";
      case ACT_NOT_OPEN -> "Quyết định về một việc không chờ người thứ hai";
      case RECEIPT_DELIVERY -> "Xác nhận không nêu lần cung cấp nào, hoặc nêu lần đã có xác nhận";
      case LINK_REQUEST -> "Yêu cầu liên kết với chính nó hoặc với yêu cầu không tồn tại";
      case SIGNATURE_DOCUMENT -> "Kiểm tra chữ ký không phải trên văn bản vừa đính kèm";
      case DOCUMENT_REPEATED -> "Một văn bản được đính kèm hai lần";
      case SAME_PERSON -> "Một người vừa chuẩn bị vừa quyết định cùng một việc";
      case SYSTEM_NOT_A_PERSON -> "Hệ thống làm việc phải do người làm";
      case SYSTEM_ONLY -> "Người làm việc chỉ hệ thống được làm";
      case APPROVER_MISSING -> "Quyết định không do người có quyền duyệt đưa ra";
      case ROLE_NOT_ALLOWED -> "Vai trò của người làm không được làm việc này";
      case SECOND_BEFORE_FIRST -> "Quyết định được khai là có trước việc được chuẩn bị";
      case TIME_AHEAD -> "Thời điểm khai muộn hơn thời điểm ghi quá 60 giây";
      case RECEIVED_AHEAD -> "Thời điểm tiếp nhận muộn hơn thời điểm ghi quá 60 giây";
      case RECEIVED_TOO_LATE ->
          "Thời điểm tiếp nhận sau đính chính muộn hơn việc đã làm theo yêu cầu";
      case AGENT_AFTER_RECEIPT -> "Yêu cầu đến đại lý sau khi đến doanh nghiệp";
      case TIME_BEFORE_CAUSE -> "Thời điểm khai trước việc làm căn cứ";
      case PERIOD_REVERSED -> "Khoảng thời gian kết thúc trước khi bắt đầu";
      case PERIOD_AHEAD -> "Khoảng thời gian kết thúc vào ngày chưa đến";
      case AUTHORITY_NOT_VERIFIED -> "Chuẩn bị hoặc duyệt khi chưa xác minh thẩm quyền";
      case SIGNATURE_NOT_CHECKED ->
          "Chấp nhận khẩn cấp dựa vào chữ ký chưa được kiểm tra là hợp lệ và đáng tin";
      case CALL_BACK_WITHOUT_CONTACT -> "Xác minh bằng cách gọi lại mà không nêu đầu mối";
      case CONTACT_NOT_REGISTERED -> "Đầu mối được gọi không phải của cơ quan hoặc cơ quan kế thừa";
      case AGENCY_NOT_VALID -> "Xác minh cơ quan không hoạt động vào ngày tiếp nhận";
      case ITEM_UNKNOWN -> "Sự kiện nêu nội dung mà yêu cầu không có";
      case ITEM_REPEATED -> "Một việc nêu cùng một nội dung hai lần";
      case ITEM_NOT_PENDING -> "Chấp nhận nội dung đã được chấp nhận";
      case ITEM_NOT_APPROVED -> "Trả lời nội dung chưa có chấp nhận còn hiệu lực";
      case ITEM_ANSWERED -> "Việc nêu nội dung đã có trả lời";
      case ACCEPTANCE_SCOPE -> "Chấp nhận vượt quá phạm vi được yêu cầu";
      case DELIVERY_SCOPE -> "Cung cấp đối tượng, trường hoặc thời gian ngoài phạm vi chấp nhận";
      case DELIVERY_COUNT -> "Cung cấp nhiều bản ghi hơn số đã chấp nhận, tính mọi phần";
      case DELIVERY_EMPTY -> "Phần không có bản ghi mà không kết thúc nội dung gửi nhiều phần";
      case MEASURE_KIND -> "Biện pháp hoặc lần cung cấp không hợp với loại nội dung";
      case MEASURE_SCOPE -> "Biện pháp nhắm đối tượng ngoài phạm vi chấp nhận";
      case MEASURE_PERIOD -> "Biện pháp bắt đầu trước hoặc kết thúc sau thời gian chấp nhận";
      case MEASURE_NOT_IN_FORCE -> "Khôi phục điều chưa thực hiện hoặc đã khôi phục";
      case MEASURE_LEFT -> "Không khôi phục cho đủ mọi đối tượng đã chịu biện pháp";
      case ITEM_NUMBERING -> "Số thứ tự nội dung không liền mạch từ 1";
      case ITEM_DIFFERS -> "Danh sách nối tiếp nêu nội dung khác với lúc bắt đầu";
      case TARGET_NUMBERING -> "Số thứ tự đối tượng của nội dung không liền mạch từ 1";
      case DOCUMENT_NUMBERING -> "Số thứ tự văn bản không liền mạch từ 1";
      case DELIVERY_PART -> "Số thứ tự các phần của nội dung không liền mạch từ 1";
      case ITEMS_LISTED_LATE -> "Liệt kê nội dung khi việc ghi yêu cầu đã xong";
      case SECRECY_CONTENT -> "Văn bản có độ mật trên Thường được ghi cùng yêu cầu";
      case CLARIFICATION_OPEN -> "Việc không chờ cơ quan trả lời câu hỏi làm rõ";
      case CLARIFICATION_NOT_ASKED -> "Nhận làm rõ khi không hỏi hoặc đã nhận trước đó";
      case EMERGENCY_NOT_CLAIMED -> "Chấp nhận khẩn cấp một yêu cầu thường";
      case EMERGENCY_VERIFICATION -> "Chấp nhận khẩn cấp không dựa vào đầu mối đã biết hay chữ ký";
      case ORAL_NOT_CONFIRMED -> "Chấp nhận yêu cầu khẩn cấp bằng lời như yêu cầu bằng văn bản";
      case WRITING_MISSED_DEADLINE ->
          "Ghi quá hạn xác nhận nhưng nêu thời hạn khác với thời hạn đã đặt";
      case WRITING_MISSED_EARLY -> "Ghi quá hạn xác nhận khi chưa đến hạn";
      case WRITING_MISSED_NEEDLESS -> "Ghi quá hạn xác nhận khi không còn chờ xác nhận nào";
      case WRITING_CONFIRMED_NEEDLESS -> "Ghi xác nhận bằng văn bản khi không cần hoặc đã có";
      case WRITING_OVERDUE -> "Thời hạn xác nhận bằng văn bản đã qua mà không được ghi nhận";
      case DEADLINE_MISSING -> "Ghi hoặc đính chính yêu cầu mà không đặt thời hạn bắt buộc";
      case DEADLINE_AGAIN -> "Thời hạn khi ghi yêu cầu được đặt lần thứ hai";
      case DEADLINE_POLICY -> "Thời hạn nêu chính sách không phải chính sách áp dụng sau cùng";
      case DEADLINE_CALENDAR -> "Thời hạn nêu lịch không phải lịch nhập sau cùng";
      case DEADLINE_ROW -> "Thời hạn nêu dòng chính sách không áp dụng";
      case DEADLINE_DUE -> "Thời hạn không đúng theo dòng chính sách";
      case DEADLINE_NOT_EARLIEST -> "Dòng chính sách khác cho thời hạn sớm hơn";
      case DEADLINE_BASIS -> "Thời hạn dựa trên căn cứ khác căn cứ phải dùng";
      case DEADLINE_STATED -> "Thời hạn ghi không phải thời hạn cơ quan nêu";
      case DEADLINE_EXTENSION -> "Thời hạn không nêu lần gia hạn vừa được duyệt";
      case DEADLINE_NOT_RECOUNTED ->
          "Thời hạn không được tính lại sau khi đổi chính sách hoặc lịch";
      case DEADLINE_PUT_OFF -> "Tính lại thời hạn đang được gia hạn";
      case EXTENSION_LATE -> "Gia hạn quá muộn hoặc không kéo dài thời hạn nào";
      case EXTENSION_WITHOUT_DEADLINE -> "Gia hạn không kèm thời hạn mới";
      case CORRECTION_EVENT -> "Đính chính không nêu sự kiện trước đó của luồng";
      case CORRECTION_CHANGES -> "Đính chính sửa sự kiện khác với sự kiện ghi nhận ban đầu";
      case CORRECTION_LIST_MISSING -> "Sau đính chính thiếu danh sách nối tiếp";
      case CORRECTION_LIST_STRAY ->
          "Danh sách nối tiếp không thuộc đính chính nào của người đó đang chờ";
      case ACT_LIST_MISSING -> "Sau chấp nhận hoặc cung cấp thiếu danh sách nối tiếp";
      case ACT_LIST_STRAY -> "Danh sách nối tiếp không thuộc việc nào của người đó đang chờ";
      case OVERSIGHT_KIND -> "Đính chính nêu nội dung thuộc loại khác với luồng";
      case NOTICE_FORWARDED_AGAIN -> "Tin báo được chuyển đến cùng một cơ quan hai lần";
      case ACCESS_SUBJECT -> "Xem, cấp quyền hoặc xóa dữ liệu của đối tượng không tồn tại";
      case GRANT_MISSING -> "Giám sát hoặc kiểm toán viên xem dữ liệu cá nhân mà không nêu quyền";
      case GRANT_NOT_HELD -> "Xem, xuất hoặc thu hồi theo quyền không được cấp hoặc không còn";
      case GRANT_TERMS ->
          "Cấp quyền sai vai trò, mục đích, thời hạn, hoặc mã không phải của mục ghi";
      case PURPOSE_OF_ROLE -> "Xem dữ liệu cá nhân với mục đích không thuộc vai trò";
      case ERASURE_OPEN -> "Xóa dữ liệu cá nhân của yêu cầu chưa đóng hoặc còn việc đang chờ";
      case ERASURE_RULE -> "Xóa dữ liệu cá nhân theo quy tắc lưu giữ không áp dụng";
      case ERASURE_COUNT -> "Số liệu của lần xóa dữ liệu cá nhân không khớp với các mục đã ghi";
      case ERASURE_EARLY -> "Xóa dữ liệu cá nhân trước khi hết thời gian lưu giữ";
      case RETENTION_OVERLAP ->
          "Hai quy tắc lưu giữ cùng áp dụng cho một loại vụ việc trong cùng một ngày";
      case ERASED_AGAIN -> "Dữ liệu cá nhân bị xóa hai lần";
      case EVENT_AFTER_ERASURE ->
          "Đã xóa dữ liệu cá nhân mà vẫn ghi tiếp, xem, xuất hoặc cấp quyền";
      case ERROR_EVENT -> "Sai sót không nêu sự kiện trước đó của luồng";
      case ERROR_SEVERITY -> "Mức độ sai sót không khớp với việc dữ liệu đã được cung cấp hay chưa";
      case RECONCILIATION_SUM -> "Các con số đối chiếu không khớp nhau";
      case AGENCY_STREAM -> "Luồng của cơ quan không mang tên theo mã băm của mã cơ quan";
      case AGENCY_SUCCESSOR -> "Cơ quan được chính nó kế thừa";
      case REGISTER_ORDER -> "Cán bộ đăng ký hai lần, hoặc bỏ điều không còn hiệu lực";
      case REPORT_LIST -> "Báo cáo thiếu hoặc sai danh sách nối tiếp";
      case REPORT_SUBMITTED -> "Ghi nộp báo cáo không có trong luồng";
      case REPORT_BOUNDS -> "Kỳ, thời điểm báo cáo sai";
      case REPORT_HEAD -> "Báo cáo nêu sai gốc cây";
      case REPORT_PREVIOUS -> "Báo cáo nêu sai báo cáo kỳ trước";
      case REPORT_ROWS -> "Báo cáo thừa, thiếu, xếp sai dòng";
      case REPORT_FIGURE -> "Số liệu báo cáo không đúng với sổ";
      case REPORT_UNREADABLE -> "Chốt báo cáo khi còn yêu cầu không đọc tiếp được";
      default -> null;
    };
  }
}
