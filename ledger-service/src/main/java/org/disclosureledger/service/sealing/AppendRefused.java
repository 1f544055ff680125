package org.disclosureledger.service.sealing;

import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.RefusalRule;

/** Why the appender did not take a command, or cannot say whether it did. */
public class AppendRefused extends CommandRefused {
  private static final long serialVersionUID = 1L;

  /** The rules of the append path (ARCHITECTURE §2). */
  public enum Rule implements RefusalRule {
    STREAM_CONFLICT(
        "stream-conflict",
        409,
        "Hồ sơ vừa được người khác thay đổi",
        "Somebody else changed this record meanwhile"),
    IDEMPOTENCY_KEY_REUSED(
        "idempotency-key-reused",
        422,
        "Khóa chống lặp đã dùng cho lệnh khác",
        "The idempotency key belongs to another command"),
    ENTRY_TOO_LARGE(
        "entry-too-large",
        413,
        "Nội dung vượt quá kích thước một bản ghi",
        "The content does not fit one entry"),
    CLOCK_BEHIND(
        "clock-behind",
        503,
        "Đồng hồ của sổ chạy chậm, tạm dừng ghi",
        "The ledger's clock is behind its newest record; appends are stopped"),
    AUTHORITY_ENTRY_STALE(
        "authority-entry-stale",
        409,
        "Bản ghi của khóa gốc đã quá hạn",
        "The authority's entry no longer fits"),
    BUSY("busy", 503, "Hệ thống đang bận, xin thử lại", "Too many appends wait; try again"),
    NOT_APPENDED(
        "not-appended", 503, "Chưa ghi được, xin thử lại", "Nothing was appended; try again"),
    OUTCOME_UNKNOWN(
        "outcome-unknown",
        503,
        "Chưa rõ đã ghi hay chưa, hãy gửi lại với cùng khóa",
        "Outcome unknown: repeat with the same idempotency key");

    private final String code;
    private final int status;
    private final String titleVi;
    private final String titleEn;

    Rule(String code, int status, String titleVi, String titleEn) {
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

  public AppendRefused(Rule rule, String detail) {
    super(rule, detail);
  }

  public AppendRefused(Rule rule, String detail, Throwable cause) {
    super(rule, detail, cause);
  }
}
