package org.disclosureledger.service.request;

import java.util.List;

/** The columns of the table: where a request can stand, and a story that leads there. */
final class CommandColumns {
  record Column(String vi, String en, Story story) {
    static Column of(RequestStatus status, Story story) {
      return new Column(status.vi(), status.en(), story);
    }
  }

  /** Columns that are read together. */
  record Group(String title, String about, List<Column> columns) {}

  /** Before anything is recorded there is no request. */
  static final Column NONE = new Column("Chưa ghi nhận", "Not recorded", DecisionStories.NONE);

  private CommandColumns() {}

  static List<Group> all() {
    return List.of(
        new Group(
            "Before acceptance · Trước khi chấp nhận",
            "Nothing may be given yet. Authority is verified in all later tables, unless said.",
            List.of(
                Column.of(RequestStatus.RECEIVED, LifeStories.NEW),
                Column.of(RequestStatus.VERIFYING, LifeStories.VERIFIED),
                new Column("Bị bác bỏ", "Verifying, refuted", LifeStories.REFUTED),
                Column.of(RequestStatus.AWAITING_CLARIFICATION, LifeStories.ASKED))),
        new Group(
            "Accepted · Đã chấp nhận",
            "In `Partial`, item 1 had its first part, which nobody has acknowledged.",
            List.of(
                Column.of(RequestStatus.APPROVED, LifeStories.APPROVED),
                Column.of(RequestStatus.EMERGENCY_APPROVED, LifeStories.EMERGENCY_APPROVED),
                Column.of(RequestStatus.PARTIAL, LifeStories.PARTIAL),
                new Column(
                    "Một biện pháp đang thực hiện", "One measure in force", LifeStories.IN_FORCE))),
        new Group(
            "Answered · Đã trả lời",
            "Every item has its answer; what is not in the column's name was refused.",
            List.of(
                Column.of(RequestStatus.DISCLOSED, LifeStories.DISCLOSED),
                Column.of(RequestStatus.ACKNOWLEDGED, LifeStories.ACKNOWLEDGED),
                Column.of(RequestStatus.NO_DATA, LifeStories.NO_DATA),
                Column.of(RequestStatus.MEASURE_TAKEN, LifeStories.MEASURE_TAKEN))),
        new Group(
            "Ended · Đã kết thúc",
            "In `Closed` nobody has said yet whether the delivery arrived; in the column behind it"
                + " nobody received it. A reopened request has closed once; its items and its"
                + " authority start anew.",
            List.of(
                Column.of(RequestStatus.REJECTED, LifeStories.REJECTED),
                Column.of(RequestStatus.CANCELLED, LifeStories.CANCELLED),
                new Column(
                    "Hủy sau khi cung cấp một phần",
                    "Partial, then cancelled",
                    LifeStories.PARTIAL_CANCELLED),
                Column.of(RequestStatus.CLOSED, LifeStories.CLOSED),
                new Column(
                    "Đã đóng, cung cấp không đến nơi",
                    "Closed, the delivery failed",
                    LifeStories.CLOSED_LOST),
                new Column(
                    "Đã đóng, biện pháp đang thực hiện",
                    "Closed, a measure in force",
                    LifeStories.CLOSED_IN_FORCE),
                new Column("Mở lại", "Reopened", LifeStories.REOPENED))),
        new Group(
            "An act waits for its second person (1) · Một việc chờ người thứ hai",
            "Prepared by one, not yet approved or returned by another. Acceptance, emergency,"
                + " refusal and extension wait in `Verifying`.",
            List.of(
                new Column("Chờ duyệt chấp nhận", "Acceptance waits", LifeStories.ACCEPTING),
                new Column(
                    "Chờ duyệt khẩn cấp", "Emergency acceptance waits", LifeStories.HASTENING),
                new Column("Chờ duyệt từ chối", "Refusal waits", LifeStories.REFUSING),
                new Column("Chờ duyệt gia hạn", "Extension waits", LifeStories.EXTENDING))),
        new Group(
            "An act waits for its second person (2) · Một việc chờ người thứ hai",
            "Delivery, no data and measure wait in `Approved`, the correction in `Verifying`.",
            List.of(
                new Column("Chờ duyệt cung cấp", "Delivery waits", LifeStories.HANDING),
                new Column("Chờ duyệt không có dữ liệu", "No data waits", LifeStories.SEARCHING),
                new Column("Chờ duyệt biện pháp", "Measure waits", LifeStories.SUSPENDING),
                new Column("Chờ duyệt đính chính", "Correction waits", LifeStories.CORRECTING))),
        new Group(
            "Oral emergency · Khẩn cấp bằng lời",
            "By telephone, without a document; in `Verifying`, authority verified by call back. What"
                + " ends the debt of a paper that is overdue says first, as the system, that it was"
                + " missed, where no timer has.",
            List.of(
                new Column("Chưa xác nhận", "Unconfirmed, in time", LifeStories.ORAL_VERIFIED),
                new Column("Đã quá hạn", "Unconfirmed, overdue", LifeStories.ORAL_OVERDUE),
                new Column("Đã ghi quá hạn", "Missed", LifeStories.ORAL_MISSED),
                new Column("Đã xác nhận", "Confirmed", LifeStories.ORAL_CONFIRMED))),
        new Group(
            "Beside the state · Tình huống khác",
            "Other things that decide; in `Verifying`, but for the last, of an agency that had"
                + " ended before the day of receipt.",
            List.of(
                new Column("Không khẩn cấp", "No emergency", ORDINARY),
                new Column("Đã quá hạn trả lời", "Due time passed", LifeStories.DUE_PASSED),
                new Column(
                    "Hỏi lại khi một việc đang chờ",
                    "Asked while an acceptance waits",
                    LifeStories.ASKED_MEANWHILE),
                new Column("Cơ quan đã giải thể", "Agency had ended", ENDED))));
  }

  private static final Story ORDINARY =
      LifeStories.verified(LifeStories.recorded(draft -> draft.emergency = false));
  private static final Story ENDED =
      LifeStories.recorded(draft -> draft.agency = TestCircumstances.ENDED);
}
