package org.disclosureledger.verifier.reports;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.disclosureledger.format.FormatTime;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.verifier.conduct.Breaches;
import org.disclosureledger.verifier.conduct.Place;
import org.disclosureledger.verifier.figures.ReportFigures;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.reports.Statement.Kind;

/** What a statement says of itself, which needs no figures (REPORTS §7). */
final class Bounds {
  private static final Pattern AD_HOC =
      Pattern.compile("report/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Statements statements;
  private final Breaches breaches;
  private boolean sound;

  /** Reports so far, by what the next one of their kind begins with. */
  private final Map<Ended, SequencedSet<UUID>> ended = new HashMap<>();

  private record Ended(Kind kind, Instant to) {}

  Bounds(Statements statements, Breaches breaches) {
    this.statements = statements;
    this.breaches = breaches;
  }

  /** Whether the next statement, in the order of their leaves, may be stated as it is at all. */
  boolean hold(Statement statement) {
    sound = true;
    period(statement);
    instant(statement);
    if (!statement.isAmendment()) {
      previous(statement);
      if (statement.kind != Kind.AD_HOC) {
        ended
            .computeIfAbsent(new Ended(statement.kind, statement.to), _ -> new LinkedHashSet<>())
            .add(statement.id);
      }
    }
    if (statement.unreadable > 0) {
      sound = false;
      breaches.add(
          statement.place,
          Rule.REPORT_UNREADABLE,
          "unreadable absent",
          Long.toString(statement.unreadable));
    }
    return sound;
  }

  private void period(Statement statement) {
    boolean period = ReportFigures.isPeriod(statement.from, statement.to);
    sound &= period;
    if (statement.isAmendment()) {
      return;
    }
    if (!(period && suits(statement))) {
      amiss(
          statement.place,
          "a period of kind " + statement.kind,
          FormatTime.format(statement.from) + " to " + FormatTime.format(statement.to));
    } else if (!isNamed(statement)) {
      amiss(statement.place, "stream " + name(statement), "stream " + statement.subject);
    }
  }

  private void instant(Statement statement) {
    Place place = statement.place;
    Statement amends = statement.amends;
    if (statement.size > place.leaf()) {
      amiss(place, "size at most " + place.leaf(), "size " + statement.size);
    }
    if (statement.asOf.isAfter(statement.recorded)) {
      String most = "as of at most " + FormatTime.format(statement.recorded);
      amiss(place, most, FormatTime.format(statement.asOf));
    }
    if (statement.kind != Kind.AD_HOC && statement.to.isAfter(statement.asOf)) {
      String least = "as of " + FormatTime.format(statement.to) + " or later";
      amiss(place, least, FormatTime.format(statement.asOf));
    }
    if (amends != null && !statement.asOf.isAfter(amends.asOf)) {
      String later = "as of after " + FormatTime.format(amends.asOf);
      amiss(place, later, FormatTime.format(statement.asOf));
    }
    if (amends != null && statement.size < amends.size) {
      amiss(place, "size " + amends.size + " or more", "size " + statement.size);
    }
  }

  private void amiss(Place place, String expected, String found) {
    sound = false;
    breaches.add(place, Rule.REPORT_BOUNDS, expected, found);
  }

  /** Whether the period is one of its kind; any is one of an ad hoc report. */
  private static boolean suits(Statement statement) {
    if (statement.kind == Kind.AD_HOC) {
      return true;
    }
    ZonedDateTime from = statement.from.atZone(LedgerZone.ID);
    boolean year = statement.kind == Kind.YEAR;
    LocalDateTime begin =
        LocalDateTime.of(from.getYear(), year || from.getMonthValue() < 7 ? 1 : 7, 1, 0, 0);
    LocalDateTime end = begin.plusMonths(year ? 12 : 6);
    return from.toLocalDateTime().equals(begin)
        && statement.to.equals(end.atZone(LedgerZone.ID).toInstant());
  }

  private static boolean isNamed(Statement statement) {
    return statement.kind == Kind.AD_HOC
        ? AD_HOC.matcher(statement.subject).matches()
        : statement.subject.equals(name(statement));
  }

  private static String name(Statement statement) {
    ZonedDateTime from = statement.from.atZone(LedgerZone.ID);
    return switch (statement.kind) {
      case HALF_YEAR ->
          String.format(
              Locale.ROOT, "report/%04d-h%d", from.getYear(), from.getMonthValue() < 7 ? 1 : 2);
      case YEAR -> String.format(Locale.ROOT, "report/%04d", from.getYear());
      case AD_HOC -> "report/<UUID>";
    };
  }

  private void previous(Statement statement) {
    SequencedSet<UUID> before =
        statement.kind == Kind.AD_HOC
            ? new LinkedHashSet<>()
            : ended.getOrDefault(new Ended(statement.kind, statement.from), new LinkedHashSet<>());
    UUID named = statement.previous;
    boolean right = named == null ? before.isEmpty() : before.contains(named);
    // What nobody can read may have been the one before.
    if (!right && (named == null || statements.unread() == 0)) {
      breaches.add(
          statement.place,
          Rule.REPORT_PREVIOUS,
          before.isEmpty() ? "none" : before.getLast().toString(),
          named == null ? "none" : named.toString());
    }
  }
}
