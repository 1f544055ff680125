package org.disclosureledger.service.deadline;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.disclosureledger.format.LedgerZone;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is due when it is, for a person to read; times in Asia/Ho_Chi_Minh. The text is not
 * stored: the entry states its basis, policy event, row, hours and start, and everything else
 * follows from them, so wording can improve without touching a ledger.
 */
public record Explanation(String vi, String en) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(LedgerZone.ID);

  /**
   * @param paused whether it was counted again after the agency had been asked what it means
   * @param policy the policy under which the due time was set; not read for another basis
   * @throws IllegalArgumentException when {@code policy} is another one than the due time names
   */
  public static Explanation of(DueTime due, boolean paused, PolicyInForce policy) {
    return switch (due.basis()) {
      case POLICY -> byPolicy(due, paused, policy);
      case STATED ->
          new Explanation(
              "Đến " + text(due.due()) + ", theo thời hạn cơ quan yêu cầu nêu",
              "by " + text(due.due()) + ", as the requesting agency stated");
      case EXTENSION ->
          new Explanation(
              "Đến " + text(due.due()) + ", theo quyết định gia hạn",
              "by " + text(due.due()) + ", as extended");
      case DEFAULT ->
          new Explanation(
              "%d giờ kể từ %s, mặc định: không chính sách nào áp dụng"
                  .formatted(due.hours(), text(due.startsAt())),
              "%d h from %s, the default: no policy row applies"
                  .formatted(due.hours(), text(due.startsAt())));
      case NONE ->
          new Explanation(
              "Không có thời hạn: không chính sách nào áp dụng và cơ quan không nêu thời hạn",
              "no deadline: no policy row applies and the agency stated none");
    };
  }

  private static Explanation byPolicy(DueTime due, boolean paused, PolicyInForce policy) {
    PolicyRow row =
        policy
            .row(String.valueOf(due.row()))
            .filter(found -> due.policy() != null && due.policy().equals(policy.adopted()))
            .orElseThrow(
                () -> new IllegalArgumentException("due time was set under " + due.policy()));
    String start = text(due.startsAt());
    Counted counted = Counted.of(due);
    boolean less = paused && row.clock() == ClockKind.SERVICE;
    String pausedVi = less ? ", trừ lúc chờ làm rõ" : "";
    String pausedEn = less ? ", less what clarification took" : "";
    String calendarVi = due.calendar() == null ? "" : ", lịch " + due.calendar();
    String calendarEn = due.calendar() == null ? "" : ", calendar " + due.calendar();
    return new Explanation(
        "%s kể từ %s%s, %s, chính sách %s%s"
            .formatted(
                counted.vi(), start, pausedVi, row.citationVi(), policy.adopted(), calendarVi),
        "%s from %s%s, %s, policy %s%s"
            .formatted(
                counted.en(), start, pausedEn, row.citationEn(), policy.adopted(), calendarEn));
  }

  /** What is counted, in words. */
  private record Counted(String vi, String en) {
    static Counted of(DueTime due) {
      if (due.workingDays() != null) {
        int days = due.workingDays();
        return new Counted(
            days + " ngày làm việc", days + (days == 1 ? " working day" : " working days"));
      }
      return due.calendar() == null
          ? new Counted(due.hours() + " giờ", due.hours() + " h")
          : new Counted(due.hours() + " giờ làm việc", due.hours() + " working hours");
    }
  }

  private static String text(@Nullable Instant instant) {
    return instant == null ? "?" : MINUTE.format(instant);
  }
}
