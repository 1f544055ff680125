package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.array;
import static org.disclosureledger.verifier.conduct.Payloads.codes;
import static org.disclosureledger.verifier.conduct.Payloads.id;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.row;
import static org.disclosureledger.verifier.conduct.Payloads.text;
import static org.disclosureledger.verifier.conduct.Payloads.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.LedgerZone;

/** Due times by working days and hours. Stories begin on Monday 5 January 2026, 08:30. */
final class CalendarStory {
  static final String DAYS =
      row("days", Story.KINDS, false, "ANSWER", "2026-01-01", "workingDays", 5);

  /** Five working hours, by the clock that stands still in pauses. */
  static final String HOURS =
      row("hours", Story.KINDS, false, "ANSWER", 5).replace("STATUTORY", "SERVICE");

  /** Nobody works on Thursday the 8th, and everybody on Saturday the 10th, in the morning. */
  static final String WORKDAYS =
      calendar(
          "2026-01-01",
          "2026-03-31",
          sessions("07:30-11:30", "13:00-17:00"),
          day("2026-01-08"),
          day("2026-01-10", "07:30-11:30"));

  private CalendarStory() {}

  static String calendar(String from, String to, String sessions, String... days) {
    return object(
        "from",
        text(from),
        "to",
        text(to),
        "weekdays",
        codes("MON", "TUE", "WED", "THU", "FRI"),
        "sessions",
        sessions,
        "days",
        array(List.of(days)));
  }

  static String sessions(String... sessions) {
    return array(
        Arrays.stream(sessions)
            .map(session -> session.split("-"))
            .map(ends -> object("from", text(ends[0]), "to", text(ends[1])))
            .toList());
  }

  static String day(String date, String... sessions) {
    return object("date", text(date), "sessions", sessions(sessions));
  }

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(LedgerZone.ID).toInstant();
  }

  static UUID imported(Story story, String calendar) {
    return story.add("calendar", Person.QUAN, "calendar.imported.v1", calendar);
  }

  /** A policy and a calendar, and a request that was received as it is recorded. */
  static RequestStory recording(Story story, String calendar, String... rows) {
    story.adopt(rows);
    imported(story, calendar);
    RequestStory request = story.request();
    request.record(Demand.ordinary(story.now()));
    return request;
  }

  /**
   * Its due time.
   *
   * @param counted {@code workingDays} or {@code hours}
   */
  static UUID due(
      RequestStory request,
      String cause,
      UUID calendar,
      String row,
      String counted,
      int number,
      Instant startsAt,
      Instant due) {
    UUID policy = request.policyAtLeaf1();
    return due(request, cause, policy, calendar, row, counted, number, startsAt, due);
  }

  private static UUID due(
      RequestStory request,
      String cause,
      UUID policy,
      UUID calendar,
      String row,
      String counted,
      int number,
      Instant startsAt,
      Instant due) {
    return set(request, "ANSWER", cause, policy, calendar, row, counted, number, startsAt, due);
  }

  /** Of a confirmation, by working hours. */
  static UUID toConfirm(
      RequestStory request,
      String cause,
      UUID calendar,
      String row,
      int hours,
      Instant startsAt,
      Instant due) {
    return set(
        request,
        "CONFIRM_IN_WRITING",
        cause,
        request.policyAtLeaf1(),
        calendar,
        row,
        "hours",
        hours,
        startsAt,
        due);
  }

  private static UUID set(
      RequestStory request,
      String purpose,
      String cause,
      UUID policy,
      UUID calendar,
      String row,
      String counted,
      int number,
      Instant startsAt,
      Instant due) {
    return request.add(
        "deadline.set.v2",
        object(
            "purpose",
            text(purpose),
            "cause",
            text(cause),
            "basis",
            text("POLICY"),
            "due",
            time(due),
            "policy",
            id(policy),
            "calendar",
            id(calendar),
            "row",
            text(row),
            "item",
            "1",
            counted,
            Integer.toString(number),
            "startsAt",
            time(startsAt)));
  }

  /** Five working days by another policy than that at leaf 1. */
  static UUID dueBy(
      RequestStory request, UUID policy, UUID calendar, Instant startsAt, Instant due) {
    return due(request, "RECORDING", policy, calendar, "days", "workingDays", 5, startsAt, due);
  }

  /** Five working hours by another policy than that at leaf 1. */
  static UUID hours(
      RequestStory request,
      String cause,
      UUID policy,
      UUID calendar,
      Instant startsAt,
      Instant due) {
    return due(request, cause, policy, calendar, "hours", "hours", 5, startsAt, due);
  }

  /** The id of the entry at a leaf, as stories number them. */
  static UUID leaf(int leaf) {
    return new UUID(0x0198_0000_0000_7000L | (long) leaf << 16, 0x8000_0000_0000_0000L | leaf);
  }

  /** By the calendar at leaf 2, five working days after Monday the 5th. */
  static UUID inDays(RequestStory request, Instant startsAt, Instant due) {
    return due(request, "RECORDING", leaf(2), "days", "workingDays", 5, startsAt, due);
  }
}
