package org.disclosureledger.verifier.reports;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.disclosureledger.format.FormatTime;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.verifier.conduct.Breaches;
import org.disclosureledger.verifier.conduct.Place;
import org.disclosureledger.verifier.figures.ReportFigures;
import org.disclosureledger.verifier.figures.Row;
import org.disclosureledger.verifier.report.Counted;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.reports.Statement.Kind;
import org.disclosureledger.verifier.reports.Statement.Stated;
import org.jspecify.annotations.Nullable;

/** What a report says, held against itself, the one before, and the figures (REPORTS §7). */
public final class ReportRules {
  private static final String ABSENT = "absent";
  private static final Pattern AD_HOC =
      Pattern.compile("report/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Statements statements;
  private final Breaches breaches;
  private long compared;
  private @Nullable String unchecked;

  public ReportRules(Statements statements, Breaches breaches) {
    this.statements = statements;
    this.breaches = breaches;
  }

  /** What needs no figures; gives those whose figures can be had at all. */
  public Set<Statement> readable() {
    Set<Statement> readable = new HashSet<>();
    for (Statement statement : statements.all()) {
      boolean period = ReportFigures.isPeriod(statement.from, statement.to);
      bounds(statement, period);
      if (!statement.isAmendment()) {
        previous(statement);
      }
      if (period && statement.size <= statement.place.leaf()) {
        readable.add(statement);
      }
    }
    return readable;
  }

  private void bounds(Statement statement, boolean period) {
    Place place = statement.place;
    Statement amends = statement.amends;
    if (amends == null && !(period && suits(statement))) {
      add(
          place,
          Rule.REPORT_BOUNDS,
          "a period of kind " + statement.kind,
          FormatTime.format(statement.from) + " to " + FormatTime.format(statement.to));
    } else if (amends == null && !isNamed(statement)) {
      add(place, Rule.REPORT_BOUNDS, "stream " + name(statement), "stream " + statement.subject);
    }
    if (statement.size > place.leaf()) {
      add(place, Rule.REPORT_BOUNDS, "size at most " + place.leaf(), "size " + statement.size);
    }
    if (statement.asOf.isAfter(statement.recorded)) {
      String most = "as of at most " + FormatTime.format(statement.recorded);
      add(place, Rule.REPORT_BOUNDS, most, FormatTime.format(statement.asOf));
    }
    if (statement.kind != Kind.AD_HOC && statement.to.isAfter(statement.asOf)) {
      String least = "as of " + FormatTime.format(statement.to) + " or later";
      add(place, Rule.REPORT_BOUNDS, least, FormatTime.format(statement.asOf));
    }
    if (amends != null && !statement.asOf.isAfter(amends.asOf)) {
      String later = "as of after " + FormatTime.format(amends.asOf);
      add(place, Rule.REPORT_BOUNDS, later, FormatTime.format(statement.asOf));
    }
    if (amends != null && statement.size < amends.size) {
      add(place, Rule.REPORT_BOUNDS, "size " + amends.size + " or more", "size " + statement.size);
    }
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
          "report/%04d-h%d".formatted(from.getYear(), from.getMonthValue() < 7 ? 1 : 2);
      case YEAR -> "report/%04d".formatted(from.getYear());
      case AD_HOC -> "report/<UUID>";
    };
  }

  private void previous(Statement statement) {
    List<UUID> before = new ArrayList<>();
    for (Statement other : statements.all()) {
      if (other == statement) {
        break;
      }
      if (isBefore(other, statement)) {
        before.add(other.id);
      }
    }
    UUID named = statement.previous;
    boolean right = named == null ? before.isEmpty() : before.contains(named);
    // What nobody can read may have been the one before.
    if (!right && (named == null || statements.unread() == 0)) {
      add(
          statement.place,
          Rule.REPORT_PREVIOUS,
          before.isEmpty() ? "none" : before.getLast().toString(),
          named == null ? "none" : named.toString());
    }
  }

  private static boolean isBefore(Statement other, Statement statement) {
    return !other.isAmendment()
        && other.kind != Kind.AD_HOC
        && other.kind == statement.kind
        && other.to.equals(statement.from);
  }

  /** The root of the tree of the size that it names. */
  public void root(Statement statement, String root) {
    if (!root.equals(statement.root)) {
      add(statement.place, Rule.REPORT_HEAD, root, statement.root);
    }
  }

  /** Every row, or that some of what they count cannot be read. */
  public void rows(Statement statement, ReportFigures figures) {
    String flaw = statements.flawBelow(statement.size);
    if (flaw == null) {
      flaw = figures.obstacle().orElse(null);
    }
    if (flaw != null) {
      unchecked(flaw);
      return;
    }
    compared++;
    List<Row> due = figures.rows(statement.from, statement.to);
    order(statement, due);
    Map<String, Stated> stated = new HashMap<>();
    statement.rows.forEach(row -> stated.putIfAbsent(row.row().name(), row));
    for (Row row : due) {
      Stated found = stated.get(row.name());
      if (found != null) {
        compare(row, found);
      }
    }
  }

  /** Some could not be compared. */
  public void unchecked(String reason) {
    unchecked = unchecked == null ? reason : unchecked;
  }

  /** The rows that have to be there, and no others, each in its place. */
  private void order(Statement statement, List<Row> due) {
    for (int i = 0; i < Math.max(due.size(), statement.rows.size()); i++) {
      Stated stated = i < statement.rows.size() ? statement.rows.get(i) : null;
      String expected = i < due.size() ? due.get(i).name() : "no further row";
      String found = stated == null ? "no further row" : stated.row().name();
      if (!expected.equals(found)) {
        Place place = stated == null ? statement.place : stated.place();
        add(place, Rule.REPORT_ROWS, "row %d: %s".formatted(i + 1, expected), found);
        return;
      }
    }
  }

  private void compare(Row due, Stated stated) {
    Map<String, Long> found = stated.row().figures();
    Set<String> names = new HashSet<>(due.figures().keySet());
    due.figures().forEach((name, value) -> figure(due, stated, name, value, found.get(name)));
    found.forEach((name, value) -> {
      if (names.add(name)) {
        figure(due, stated, name, null, value);
      }
    });
    List<String> common = new ArrayList<>(due.figures().keySet());
    common.retainAll(found.keySet());
    List<String> order = new ArrayList<>(found.keySet());
    order.retainAll(common);
    if (!order.equals(common)) {
      add(stated.place(), Rule.REPORT_ROWS, due.name() + ": members in order", order.toString());
    }
  }

  private void figure(
      Row row, Stated stated, String name, @Nullable Long expected, @Nullable Long found) {
    if (expected == null || !expected.equals(found)) {
      add(
          stated.place(),
          Rule.REPORT_FIGURE,
          "%s: %s %s".formatted(row.name(), name, expected == null ? ABSENT : expected),
          found == null ? ABSENT : found.toString());
    }
  }

  private void add(Place place, Rule rule, String expected, String found) {
    breaches.add(place, rule, expected, found);
  }

  /** Why not every report could be compared; null if each was. */
  public @Nullable String unchecked() {
    long unread = statements.unread();
    return unread > 0
        ? Counted.of(unread, "entry that may be", "entries that may be")
            + " a report's cannot be read"
        : unchecked;
  }

  /** Such as "2 reports, 1 amendment; 1 begins with another backlog than the one before left". */
  public String evidence() {
    long reports = statements.reports();
    long amendments = statements.all().size() - reports;
    StringBuilder text = new StringBuilder(Counted.of(reports, "report", "reports"));
    if (amendments > 0) {
      text.append(", ").append(Counted.of(amendments, "amendment", "amendments"));
    }
    if (compared < statements.all().size()) {
      text.append(", ").append(Counted.of(compared, "recomputed", "recomputed"));
    }
    long apart = apart();
    if (apart > 0) {
      text.append("; %,d with another backlog than the one before left".formatted(apart));
    }
    return text.toString();
  }

  /** Reports that say why, in what only a disclosure opens. */
  private long apart() {
    Map<UUID, Statement> lastOf = new HashMap<>();
    long apart = 0;
    for (Statement statement : statements.all()) {
      Statement before = lastOf.get(statement.previous);
      if (before != null && before.ofAll("openAfter") != statement.ofAll("openBefore")) {
        apart++;
      }
      lastOf.put(statement.frozen().id, statement);
    }
    return apart;
  }
}
