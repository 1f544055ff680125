package org.disclosureledger.verifier.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.verifier.conduct.Breaches;
import org.disclosureledger.verifier.figures.ReportFigures;
import org.disclosureledger.verifier.figures.Row;
import org.disclosureledger.verifier.report.Counted;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a report says, held against itself, the one before, and the figures (REPORTS §7). A ledger
 * may be made to be slow to judge: what goes beyond the limits that §7 states is not checked, and
 * that is said.
 */
public final class ReportRules {
  /** Statements that are recomputed. */
  static final int MOST_STATEMENTS = 1_024;

  /** Passes over the entries for all of them; a ledger in the order of its times needs one. */
  static final int MOST_PASSES = 4;

  /** Entries that stand before one recorded by an instant, though recorded later themselves. */
  static final int MOST_LATER = 4_096;

  /** Rows that are counted where a statement's entries end, and wait for the statement. */
  static final int MOST_ROWS = 100_000;

  /** Requests that are counted, once for each statement: minutes where they are of few items. */
  static final long MOST_COUNTED = 1L << 25;

  private final Statements statements;
  private final Breaches breaches;
  private final long mostCounted;
  private final Map<Statement, Comparison.Due> due = new HashMap<>();
  private int waiting;
  private long counted;
  private long recomputed;
  private @Nullable String unchecked;

  public ReportRules(Statements statements, Breaches breaches) {
    this(statements, breaches, MOST_COUNTED);
  }

  /**
   * @param mostCounted so many requests are counted at most, once for each statement
   */
  public ReportRules(Statements statements, Breaches breaches, long mostCounted) {
    this.statements = statements;
    this.breaches = breaches;
    this.mostCounted = mostCounted;
  }

  /** Judges what needs no figures; gives the passes over the entries that the rest needs. */
  public List<Pass> passes() {
    Bounds bounds = new Bounds(statements, breaches);
    List<Statement> rooted = new ArrayList<>();
    List<Statement> counted = new ArrayList<>();
    int tried = 0;
    for (Statement statement : statements.all()) {
      boolean sound = bounds.hold(statement);
      if (statement.size <= statement.place.leaf()) {
        rooted.add(statement);
      }
      if (sound && isCountable(statement, tried++)) {
        counted.add(statement);
      }
    }
    List<List<Cut>> cuts = Cut.passes(counted, statements.times());
    if (cuts.size() > MOST_PASSES) {
      unchecked("its entries stand too far from the order of their times");
      cuts = cuts.subList(0, MOST_PASSES);
    }
    List<Pass> passes = new ArrayList<>();
    for (List<Cut> each : cuts) {
      passes.add(new Pass(each, passes.isEmpty() ? rooted : List.of(), this, statements::fits));
    }
    if (passes.isEmpty() && !rooted.isEmpty()) {
      passes.add(new Pass(List.of(), rooted, this, statements::fits));
    }
    return passes;
  }

  /** What cannot be counted takes time to tell, and so its place among those that are tried. */
  private boolean isCountable(Statement statement, int tried) {
    String flaw = statements.flawBelow(statement.size);
    if (flaw == null && tried >= MOST_STATEMENTS) {
      flaw = "%,d are recomputed at most".formatted(MOST_STATEMENTS);
    }
    if (flaw == null) {
      Times times = statements.times();
      long asOf = statement.asOf.toEpochMilli();
      int end = times.end(statement.size, asOf);
      flaw =
          times.later(end, asOf, MOST_LATER + 1) > MOST_LATER
              ? "its entries stand too far from the order of their times"
              : null;
    }
    if (flaw != null) {
      unchecked(flaw);
    }
    return flaw == null;
  }

  /** The root of the tree of the size that it names. */
  void root(Statement statement, String root) {
    if (!root.equals(statement.root)) {
      breaches.add(statement.place, Rule.REPORT_HEAD, root, statement.root);
    }
  }

  /** Counts it, where all that it counts has been seen and nothing else. */
  void count(Statement statement, ReportFigures figures) {
    int unreadable = figures.unreadable();
    if (unreadable > 0) {
      breaches.add(
          statement.place,
          Rule.REPORT_UNREADABLE,
          "every request can be followed",
          Counted.of(unreadable, "that cannot", "that cannot"));
      return;
    }
    String flaw = figures.obstacle().orElse(null);
    if (flaw == null && waiting > MOST_ROWS) {
      flaw = "more than %,d rows at once".formatted(MOST_ROWS);
    }
    long weight = figures.weight(statement.asOf, statement.from, statement.to);
    if (flaw == null && counted + weight > mostCounted) {
      flaw = "more than %,d requests, once for each statement".formatted(mostCounted);
    }
    if (flaw != null) {
      unchecked(flaw);
      return;
    }
    counted += weight;
    recomputed++;
    List<Row> rows = figures.rows(statement.asOf, statement.from, statement.to, statement.rows + 1);
    waiting += rows.size();
    Optional<String> provinces = figures.provinceObstacle();
    provinces.ifPresent(reason -> unchecked("rows of provinces are not compared: " + reason));
    due.put(statement, new Comparison.Due(rows, provinces.isEmpty()));
  }

  /** Begins to hold it against what was counted; null if nothing was. */
  @Nullable Comparison compare(Statement statement) {
    Comparison.Due held = due.remove(statement);
    if (held == null) {
      return null;
    }
    waiting -= held.rows().size();
    return new Comparison(statement, held, breaches);
  }

  /** Some could not be compared. */
  public void unchecked(String reason) {
    unchecked = unchecked == null ? reason : unchecked;
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
    if (recomputed < statements.all().size()) {
      text.append(", ").append(Counted.of(recomputed, "recomputed", "recomputed"));
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
      if (before != null && before.openAfter != statement.openBefore) {
        apart++;
      }
      lastOf.put(statement.frozen, statement);
    }
    return apart;
  }
}
