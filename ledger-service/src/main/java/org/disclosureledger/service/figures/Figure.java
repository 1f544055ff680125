package org.disclosureledger.service.figures;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.disclosureledger.service.vocabulary.Labelled;

/** A figure of {@code schemas/REPORTS.md} §3, in its order. */
public enum Figure implements Labelled {
  RECEIVED("received", Unit.COUNT, "Yêu cầu tiếp nhận trong kỳ", "Requests received"),
  ANSWERED("answered", Unit.COUNT, "Đã trả lời", "Answered"),
  CANCELLED("cancelled", Unit.COUNT, "Cơ quan đã hủy", "Taken back by the agency"),
  OPEN("open", Unit.COUNT, "Chưa trả lời", "Open"),
  NO_DEADLINE("noDeadline", Unit.COUNT, "Không có thời hạn", "Without a deadline"),
  TARGETS("targets", Unit.COUNT, "Đối tượng được hỏi", "Target identifiers"),
  EMERGENCIES("emergencies", Unit.COUNT, "Yêu cầu khẩn cấp", "Emergencies"),
  REFUTED("refuted", Unit.COUNT, "Khẩn cấp bị bác thẩm quyền", "Emergencies refuted"),
  GROSS_P50("grossP50", Unit.QUANTILE, "Thời gian trả lời: trung vị", "Turnaround, median"),
  GROSS_P90(
      "grossP90", Unit.QUANTILE, "Thời gian trả lời: phân vị 90%", "Turnaround, 90th percentile"),
  GROSS_P95(
      "grossP95", Unit.QUANTILE, "Thời gian trả lời: phân vị 95%", "Turnaround, 95th percentile"),
  GROSS_MILLIS("grossMillis", Unit.SUM, "Tổng thời gian trả lời", "Turnaround, sum"),
  PAUSED_MILLIS("pausedMillis", Unit.SUM, "Tổng thời gian tạm dừng", "Pauses, sum"),
  NET_COUNTED("netCounted", Unit.COUNT, "Tính được thời gian làm việc", "Counted in working time"),
  NET_P50("netP50", Unit.QUANTILE, "Thời gian làm việc: trung vị", "Working time, median"),
  NET_P90(
      "netP90", Unit.QUANTILE, "Thời gian làm việc: phân vị 90%", "Working time, 90th percentile"),
  NET_P95(
      "netP95", Unit.QUANTILE, "Thời gian làm việc: phân vị 95%", "Working time, 95th percentile"),
  REPLIED("replied", Unit.COUNT, "Đã có phản hồi đầu tiên", "With a first reply"),
  REPLY_P50("replyP50", Unit.QUANTILE, "Phản hồi đầu tiên: trung vị", "First reply, median"),
  FULL("full", Unit.COUNT, "Đáp ứng đầy đủ", "Answered in full"),
  PARTIAL("partial", Unit.COUNT, "Đáp ứng một phần", "Answered in part"),
  NONE("none", Unit.COUNT, "Không cung cấp gì", "Nothing given"),
  REFUSED("refused", Unit.COUNT, "Từ chối toàn bộ", "Refused as a whole"),
  ITEMS("items", Unit.COUNT, "Nội dung yêu cầu", "Items"),
  ITEMS_DISCLOSED("itemsDisclosed", Unit.COUNT, "Nội dung đã cung cấp", "Items disclosed"),
  ITEMS_IN_FORCE("itemsInForce", Unit.COUNT, "Biện pháp đã thực hiện", "Measures taken"),
  ITEMS_NO_DATA("itemsNoData", Unit.COUNT, "Nội dung không có dữ liệu", "Items without data"),
  ITEMS_REJECTED("itemsRejected", Unit.COUNT, "Nội dung bị từ chối", "Items refused"),
  ITEMS_CANCELLED("itemsCancelled", Unit.COUNT, "Nội dung đã hủy", "Items taken back"),
  ITEMS_OPEN("itemsOpen", Unit.COUNT, "Nội dung chưa xong", "Items open"),
  RECEIVED_CORRECTED(
      "receivedCorrected",
      Unit.COUNT,
      "Tiếp nhận trong kỳ, theo đính chính",
      "Received, as corrected"),
  OPEN_CORRECTED(
      "openCorrected", Unit.COUNT, "Chưa trả lời, theo đính chính", "Open, as corrected"),
  GROSS_CORRECTED_P50(
      "grossCorrectedP50",
      Unit.QUANTILE,
      "Thời gian trả lời theo đính chính: trung vị",
      "Turnaround as corrected, median"),
  GROSS_CORRECTED_P90(
      "grossCorrectedP90",
      Unit.QUANTILE,
      "Thời gian trả lời theo đính chính: phân vị 90%",
      "Turnaround as corrected, 90th percentile"),
  GROSS_CORRECTED_P95(
      "grossCorrectedP95",
      Unit.QUANTILE,
      "Thời gian trả lời theo đính chính: phân vị 95%",
      "Turnaround as corrected, 95th percentile"),
  DUE("due", Unit.COUNT, "Đến hạn trong kỳ", "Due in the period"),
  ON_TIME("onTime", Unit.COUNT, "Trả lời đúng hạn", "On time"),
  ON_TIME_RECORDED(
      "onTimeRecorded", Unit.COUNT, "Đúng hạn theo thời điểm ghi", "On time by recorded time"),
  DUE_ORIGINAL("dueOriginal", Unit.COUNT, "Đến hạn ban đầu trong kỳ", "First due in the period"),
  ON_TIME_ORIGINAL(
      "onTimeOriginal", Unit.COUNT, "Đúng hạn ban đầu", "On time by the first due time"),
  RECORDED("recorded", Unit.COUNT, "Yêu cầu ghi vào sổ trong kỳ", "Recorded in the period"),
  LAG_P50("lagP50", Unit.QUANTILE, "Độ trễ ghi sổ: trung vị", "Recording lag, median"),
  LAG_MAX("lagMax", Unit.QUANTILE, "Độ trễ ghi sổ: lớn nhất", "Recording lag, longest"),
  LAG_OVER_HOUR(
      "lagOverHour", Unit.COUNT, "Ghi sổ chậm hơn một giờ", "Recorded more than an hour late"),
  AGING_NOT_DUE("agingNotDue", Unit.COUNT, "Còn chờ, chưa đến hạn", "Open, not yet due"),
  AGING_3H("aging3h", Unit.COUNT, "Quá hạn đến 3 giờ", "Overdue by up to 3 h"),
  AGING_24H("aging24h", Unit.COUNT, "Quá hạn đến 24 giờ", "Overdue by up to 24 h"),
  AGING_7D("aging7d", Unit.COUNT, "Quá hạn đến 7 ngày", "Overdue by up to 7 days"),
  AGING_OVER("agingOver", Unit.COUNT, "Quá hạn trên 7 ngày", "Overdue by more than 7 days"),
  AGING_NO_DEADLINE(
      "agingNoDeadline", Unit.COUNT, "Còn chờ, không có thời hạn", "Open, without a deadline"),
  OPEN_AT_AS_OF("openAtAsOf", Unit.COUNT, "Tổng số còn chờ", "Open, all"),
  UNREADABLE(
      "unreadable", Unit.COUNT, "Yêu cầu không đọc tiếp được", "Requests that cannot be read on"),
  OPEN_BEFORE("openBefore", Unit.COUNT, "Tồn đầu kỳ", "Open at the beginning"),
  OPENED("opened", Unit.COUNT, "Tiếp nhận vào sổ", "Recorded"),
  REOPENED("reopened", Unit.COUNT, "Mở lại", "Reopened"),
  CLOSED("closed", Unit.COUNT, "Đã xong", "Closed"),
  OPEN_AFTER("openAfter", Unit.COUNT, "Tồn cuối kỳ", "Open at the end"),
  PAPERS("papers", Unit.COUNT, "Văn bản xác nhận đến hạn", "Written confirmations due"),
  PAPERS_IN_TIME("papersInTime", Unit.COUNT, "Văn bản đến đúng hạn", "Confirmations in time"),
  PAPERS_CLAIMED(
      "papersClaimed",
      Unit.COUNT,
      "Văn bản đúng hạn, theo khai",
      "Confirmations in time, as claimed"),
  PARTS("parts", Unit.COUNT, "Phần đã cung cấp", "Parts handed over"),
  PARTS_BEYOND(
      "partsBeyond", Unit.COUNT, "Phần vượt phạm vi chấp nhận", "Parts beyond the approved scope"),
  ERRORS_REPORTABLE("errorsReportable", Unit.COUNT, "Sai sót phải báo cáo", "Reportable errors"),
  ERRORS_RECORDABLE("errorsRecordable", Unit.COUNT, "Sai sót phải ghi nhận", "Recordable errors");

  /** What its number is. */
  public enum Unit {
    /** How many; 0 where nothing is said. */
    COUNT,
    /** Milliseconds, a sum; 0 where nothing is said. */
    SUM,
    /** Milliseconds of one request; absent where there is none. */
    QUANTILE
  }

  private static final Map<String, Figure> BY_MEMBER = new HashMap<>();

  static {
    for (Figure figure : values()) {
      BY_MEMBER.put(figure.member, figure);
    }
  }

  private final String member;
  private final Unit unit;
  private final String vi;
  private final String en;

  Figure(String member, Unit unit, String vi, String en) {
    this.member = member;
    this.unit = unit;
    this.vi = vi;
    this.en = en;
  }

  /** Its name in events, JSON and CSV. */
  public String member() {
    return member;
  }

  public Unit unit() {
    return unit;
  }

  @Override
  public String vi() {
    return vi;
  }

  @Override
  public String en() {
    return en;
  }

  /** Empty where no figure is named so. */
  public static Optional<Figure> of(String member) {
    return Optional.ofNullable(BY_MEMBER.get(member));
  }
}
