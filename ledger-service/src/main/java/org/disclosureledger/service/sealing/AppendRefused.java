package org.disclosureledger.service.sealing;

import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.RefusalRule;

/** Why the appender did not take a command, or cannot say whether it did. */
public class AppendRefused extends CommandRefused {
  private static final long serialVersionUID = 1L;

  /** The rules of the append path (ARCHITECTURE §2). */
  public enum Rule implements RefusalRule {
    STREAM_CONFLICT(
        409, "Hồ sơ vừa được người khác thay đổi", "Somebody else changed this record meanwhile"),
    DECISION_STALE(
        409,
        "Danh bạ cơ quan hoặc chính sách vừa thay đổi, xin thử lại",
        "What the decision rests on was changed meanwhile; try again"),
    IDEMPOTENCY_KEY_REUSED(
        422,
        "Khóa chống lặp đã dùng cho lệnh khác",
        "The idempotency key belongs to another command"),
    ENTRY_TOO_LARGE(
        413, "Nội dung vượt quá kích thước một bản ghi", "The content does not fit one entry"),
    COMMAND_TOO_LARGE(
        413,
        "Một lệnh chứa quá nhiều nội dung, hãy chia nhỏ",
        "One command holds more than one transaction takes; divide it"),
    CLOCK_BEHIND(
        503,
        "Đồng hồ của sổ chạy chậm, tạm dừng ghi",
        "The ledger's clock is behind its newest record; appends are stopped"),
    AUTHORITY_ENTRY_STALE(
        409, "Bản ghi của khóa gốc đã quá hạn", "The authority's entry no longer fits"),
    HEAD_NOT_CONTINUED(
        503,
        "Cơ sở dữ liệu không tiếp nối đầu sổ đã công bố; đã ngừng ghi",
        "The database does not go on from the last published head; appends are stopped"),
    LEDGER_SUCCEEDED(
        409,
        "Sổ này đã kết thúc; việc ghi tiếp ở sổ kế tục",
        "This ledger has ended; its successor goes on"),
    BUSY(503, "Hệ thống đang bận, xin thử lại", "Too many appends wait; try again"),
    NOT_APPENDED(503, "Chưa ghi được, xin thử lại", "Nothing was appended; try again"),
    OUTCOME_UNKNOWN(
        503,
        "Chưa rõ đã ghi hay chưa, hãy gửi lại với cùng khóa",
        "Outcome unknown: repeat with the same idempotency key"),
    /** Kept as long as the answer is: who repeats hears the same. */
    ANSWER_UNREADABLE(
        500,
        "Không đọc được kết quả đã lưu cho khóa này; hãy xem hồ sơ trước khi dùng khóa khác",
        "The answer kept under this key cannot be read; look at the record before you use another");

    private final Answer answer;

    Rule(int status, String titleVi, String titleEn) {
      answer = new Answer(status, titleVi, titleEn);
    }

    @Override
    public Answer answer() {
      return answer;
    }
  }

  /** Of a ledger that ended. */
  public static AppendRefused succeeded(String successor) {
    return new AppendRefused(Rule.LEDGER_SUCCEEDED, "its successor is " + successor);
  }

  public AppendRefused(Rule rule, String detail) {
    super(rule, detail);
  }

  public AppendRefused(Rule rule, String detail, Throwable cause) {
    super(rule, detail, cause);
  }
}
