package org.disclosureledger.verifier.conduct;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.LedgerZone;
import org.jspecify.annotations.Nullable;

/** The working calendar that the ledger imported last, Asia/Ho_Chi_Minh (DOMAIN §3). */
final class WorkingDays {
  /** Ten years; what covers more is not counted with. */
  private static final long MOST_DAYS = 3_660;

  private enum Weekday {
    MON,
    TUE,
    WED,
    THU,
    FRI,
    SAT,
    SUN
  }

  private record Session(LocalTime from, LocalTime to) {
    static Session of(EventData data) {
      try {
        Session session =
            new Session(LocalTime.parse(data.text("from")), LocalTime.parse(data.text("to")));
        if (!session.from.isBefore(session.to)) {
          throw new Unreadable("a session that ends before it begins");
        }
        return session;
      } catch (DateTimeParseException e) {
        throw new Unreadable("a time of day");
      }
    }
  }

  private @Nullable UUID latest;
  private boolean known = true;
  private LocalDate from = LocalDate.EPOCH;
  private LocalDate to = LocalDate.EPOCH;
  private Set<DayOfWeek> weekdays = Set.of();
  private List<Session> usual = List.of();
  private Map<LocalDate, List<Session>> others = Map.of();

  void imported(UUID id, EventData data) {
    from = data.date("from");
    to = data.date("to");
    if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw new Unreadable("more than ten years of working days");
    }
    weekdays = EnumSet.noneOf(DayOfWeek.class);
    for (String day : data.texts("weekdays")) {
      weekdays.add(DayOfWeek.of(EventData.parse(day, Weekday.class).ordinal() + 1));
    }
    usual = sessions(data);
    others = new HashMap<>();
    data.objects("days").forEach(day -> others.put(day.date("date"), sessions(day)));
    latest = id;
    known = true;
  }

  private static List<Session> sessions(EventData data) {
    List<Session> sessions = new ArrayList<>();
    for (EventData each : data.objects("sessions")) {
      Session session = Session.of(each);
      if (!sessions.isEmpty() && session.from.isBefore(sessions.getLast().to)) {
        throw new Unreadable("sessions that overlap");
      }
      sessions.add(session);
    }
    return sessions;
  }

  /** The latest calendar could not be read, or may be what could not be read. */
  void lost() {
    known = false;
  }

  boolean isKnown() {
    return known;
  }

  /** Null before the first. */
  @Nullable UUID latest() {
    return latest;
  }

  /** The last millisecond of the n-th working day after that of the start; null beyond the end. */
  @Nullable Instant endOfDay(Instant start, long days) {
    LocalDate day = LocalDate.ofInstant(start, LedgerZone.ID);
    if (latest == null || day.isBefore(from)) {
      return null;
    }
    for (long left = days; left > 0; ) {
      day = day.plusDays(1);
      if (day.isAfter(to)) {
        return null;
      }
      left -= on(day).isEmpty() ? 0 : 1;
    }
    return day.plusDays(1).atStartOfDay(LedgerZone.ID).toInstant().minusMillis(1);
  }

  /** When that many working hours have passed; null beyond the end. */
  @Nullable Instant after(Instant start, long hours) {
    LocalDate first = LocalDate.ofInstant(start, LedgerZone.ID);
    if (latest == null || first.isBefore(from)) {
      return null;
    }
    Duration left = Duration.ofHours(hours);
    for (LocalDate day = first; !day.isAfter(to); day = day.plusDays(1)) {
      for (Session session : on(day)) {
        Instant begin = day.atTime(session.from).atZone(LedgerZone.ID).toInstant();
        Instant end = day.atTime(session.to).atZone(LedgerZone.ID).toInstant();
        Instant since = begin.isBefore(start) ? start : begin;
        if (!since.isBefore(end)) {
          continue;
        }
        Duration here = Duration.between(since, end);
        if (left.compareTo(here) <= 0) {
          return since.plus(left);
        }
        left = left.minus(here);
      }
    }
    return null;
  }

  private List<Session> on(LocalDate day) {
    List<Session> other = others.get(day);
    return other != null ? other : weekdays.contains(day.getDayOfWeek()) ? usual : List.of();
  }
}
