package org.disclosureledger.service.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.envelope.RecordedWithin;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.report.command.AmendReport;
import org.disclosureledger.service.report.command.FreezeReport;
import org.disclosureledger.service.report.command.ReportCommand;
import org.disclosureledger.service.report.command.SubmitReport;
import org.disclosureledger.service.report.event.ReportAmended;
import org.disclosureledger.service.report.event.ReportEvent;
import org.disclosureledger.service.report.event.ReportFrozen;
import org.disclosureledger.service.report.event.ReportHead;
import org.disclosureledger.service.report.event.ReportListed;
import org.disclosureledger.service.report.event.ReportSubmitted;
import org.disclosureledger.service.report.event.StatedRow;
import org.jspecify.annotations.Nullable;

/**
 * Decides commands about one report: pure, the same answer for the same arguments. It is frozen
 * once; what came later goes to amendments, and what was frozen stays.
 */
public final class Report {
  private static final int NAMED = 20;

  private Report() {}

  /**
   * The events that a command amounts to in this state.
   *
   * @param previous the report of the period before, where there is one
   * @throws CommandRefused with a {@link ReportRule}; nothing happened then
   */
  static List<ProposedEvent<ReportEvent>> decide(
      ReportState state,
      ReportCommand command,
      CommandContext context,
      @Nullable PreviousReport previous) {
    require(
        context.role() == ActorRole.SUPERVISOR, ReportRule.ROLE_NOT_ALLOWED, context.role().code());
    return switch (command) {
      case FreezeReport c -> freeze(state, c, context, previous);
      case AmendReport c -> amend(state, c, context);
      case SubmitReport c -> submit(state, c, context);
    };
  }

  private static List<ProposedEvent<ReportEvent>> freeze(
      ReportState state,
      FreezeReport command,
      CommandContext context,
      @Nullable PreviousReport previous) {
    require(!state.exists(), ReportRule.REPORT_EXISTS, "frozen as of " + state.asOf());
    StatedFigures figures = command.figures();
    ReportHead head = sound(figures, context);
    ReportKind kind = command.report().kind();
    requireOver(kind, figures.period(), figures.asOf());
    follows(figures, previous, command.difference());
    List<List<StatedRow>> lists = lists(figures);
    UUID id = context.newId();
    return listed(
        id,
        figures.asOf(),
        lists,
        context,
        new ReportFrozen(
            kind,
            figures.period().from(),
            figures.period().to(),
            figures.asOf(),
            head,
            previous == null ? null : previous.frozen(),
            Committed.of(command.difference()),
            command.dueBy(),
            lists.getFirst(),
            lists.size() - 1));
  }

  private static List<ProposedEvent<ReportEvent>> amend(
      ReportState state, AmendReport command, CommandContext context) {
    require(state.exists(), ReportRule.REPORT_NOT_FOUND, "it has no events");
    StatedFigures figures = command.figures();
    if (!figures.period().equals(state.period())) {
      throw new IllegalStateException("figures of another period than the report's");
    }
    ReportHead head = sound(figures, context);
    requireLater(figures.asOf(), state.asOf());
    require(
        figures.size() >= state.size(),
        ReportRule.NOTHING_LATER,
        "it rests on " + state.size() + " entries");
    List<List<StatedRow>> lists = lists(figures);
    return listed(
        context.newId(),
        figures.asOf(),
        lists,
        context,
        new ReportAmended(
            figures.asOf(),
            head,
            Committed.of(command.reason()),
            lists.getFirst(),
            lists.size() - 1));
  }

  /**
   * What freezing can be refused for before anything is counted.
   *
   * @param asOf of the figures, UTC
   * @throws CommandRefused with {@link ReportRule#PERIOD_NOT_OVER}
   */
  public static void requireOver(ReportKind kind, ReportingPeriod period, Instant asOf) {
    require(
        kind == ReportKind.AD_HOC || !asOf.isBefore(period.to()),
        ReportRule.PERIOD_NOT_OVER,
        "it ends at " + period.to());
  }

  /**
   * What an amendment can be refused for before anything is counted.
   *
   * @param asOf of the figures, UTC
   * @param stands what the last version is as of, UTC
   * @throws CommandRefused with {@link ReportRule#NOTHING_LATER}
   */
  public static void requireLater(Instant asOf, Instant stands) {
    require(asOf.isAfter(stands), ReportRule.NOTHING_LATER, "it stands as of " + stands);
  }

  private static List<ProposedEvent<ReportEvent>> submit(
      ReportState state, SubmitReport command, CommandContext context) {
    require(state.exists(), ReportRule.REPORT_NOT_FOUND, "it has no events");
    Instant frozen = state.versions().get(command.version());
    if (frozen == null) {
      throw new CommandRefused(ReportRule.VERSION_UNKNOWN, "version " + command.version());
    }
    Instant at = Objects.requireNonNullElse(command.submittedAt(), context.now());
    require(
        !at.isAfter(context.now().plus(FormatLimits.CLAIMED_TIME_LEAD)),
        ReportRule.SUBMITTED_IN_FUTURE,
        "more than 60 s ahead");
    require(!at.isBefore(frozen), ReportRule.SUBMITTED_TOO_EARLY, "it is of " + frozen);
    ReportEvent event =
        new ReportSubmitted(
            command.version(),
            command.recipient(),
            Committed.of(command.number()),
            Committed.of(command.receipt()));
    return List.of(new ProposedEvent<>(context.newId(), at, event));
  }

  /** Figures that may be stated for good. */
  private static ReportHead sound(StatedFigures figures, CommandContext context) {
    require(
        !figures.asOf().isAfter(context.now()),
        ReportRule.AS_OF_AHEAD,
        "now it is " + context.now());
    long unreadable = figures.all().count(Figure.UNREADABLE);
    require(unreadable == 0, ReportRule.REQUESTS_UNREADABLE, unreadable + " of them");
    long before =
        figures.all().count(Figure.OPEN_BEFORE)
            + figures.all().count(Figure.OPENED)
            + figures.all().count(Figure.REOPENED)
            - figures.all().count(Figure.CLOSED);
    long after = figures.all().count(Figure.OPEN_AFTER);
    require(
        figures.unbalanced().isEmpty() && before == after,
        ReportRule.BACKLOG_UNBALANCED,
        before
            + " is not "
            + after
            + "; requests "
            + figures.unbalanced().stream().limit(NAMED).toList());
    if (figures.root() == null) {
      throw new IllegalStateException("a ledger that was opened has a root");
    }
    return new ReportHead(figures.size(), figures.root());
  }

  private static void follows(
      StatedFigures figures, @Nullable PreviousReport previous, @Nullable String difference) {
    long opens = figures.all().count(Figure.OPEN_BEFORE);
    boolean differs = previous != null && previous.openAfter() != opens;
    require(
        !differs || difference != null,
        ReportRule.BACKLOG_DIFFERS,
        (previous == null ? 0 : previous.openAfter()) + " before, " + opens + " now");
    require(
        differs || difference == null, ReportRule.DIFFERENCE_NEEDLESS, "the backlog is the same");
  }

  private static List<List<StatedRow>> lists(StatedFigures figures) {
    List<List<StatedRow>> lists = FigureLists.of(figures.rows());
    require(
        lists.size() - 1 <= FigureLists.MAX_LISTS,
        ReportRule.TOO_MANY_ROWS,
        figures.rows().size() + " rows");
    return lists;
  }

  private static List<ProposedEvent<ReportEvent>> listed(
      UUID id,
      Instant asOf,
      List<List<StatedRow>> lists,
      CommandContext context,
      ReportEvent first) {
    List<ProposedEvent<ReportEvent>> events = new ArrayList<>();
    // The clock may be set back a little between the decision and the append.
    RecordedWithin behind = RecordedWithin.notBefore(asOf, ReportRule.AS_OF_AHEAD);
    events.add(new ProposedEvent<>(id, context.now(), first, behind));
    for (int list = 1; list < lists.size(); list++) {
      ReportEvent more = new ReportListed(id, list, lists.get(list));
      events.add(new ProposedEvent<>(context.newId(), context.now(), more));
    }
    return events;
  }

  private static void require(boolean holds, ReportRule rule, String detail) {
    if (!holds) {
      throw new CommandRefused(rule, detail);
    }
  }
}
