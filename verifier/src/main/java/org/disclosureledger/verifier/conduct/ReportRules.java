package org.disclosureledger.verifier.conduct;

import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/**
 * Reports: stated whole in one append, and handed over as stated. Whether the figures are what the
 * ledger gives is for the grade <em>reports</em>.
 */
final class ReportRules {
  private ReportRules() {}

  static void apply(ReportState state, Event event, Context context) {
    if (event.type() == EventType.REPORT_LISTED) {
      listed(state, event, context);
      return;
    }
    complete(state, context);
    if (event.type() == EventType.REPORT_SUBMITTED) {
      submitted(state, event, context);
      return;
    }
    state.statements.add(event.id());
    long lists = event.data().number("lists");
    if (lists > 0) {
      state.listing =
          new ReportState.Listing(event.place(), event.id(), 1, lists, event.place().leaf() + 1);
    }
  }

  /** The next of its statement, directly behind it: entries of an append are neighbours. */
  private static void listed(ReportState state, Event event, Context context) {
    UUID report = event.data().uuid("report");
    long list = event.data().number("list");
    ReportState.Listing awaited = state.listing;
    if (awaited == null
        || !awaited.report().equals(report)
        || awaited.next() != list
        || awaited.leaf() != event.place().leaf()) {
      String expected =
          awaited == null
              ? "no list"
              : "list %d of %s at leaf %d"
                  .formatted(awaited.next(), awaited.report(), awaited.leaf());
      context.breach(event, Rule.REPORT_LIST, expected, "list %d of %s".formatted(list, report));
      return;
    }
    state.listing =
        list == awaited.last()
            ? null
            : new ReportState.Listing(
                awaited.place(), report, list + 1, awaited.last(), awaited.leaf() + 1);
  }

  /** Something else follows, or nothing: are all lists there? */
  static void complete(ReportState state, Context context) {
    ReportState.Listing awaited = state.listing;
    if (awaited != null) {
      state.listing = null;
      context.breach(
          awaited.place(),
          Rule.REPORT_LIST,
          "%d lists behind it".formatted(awaited.last()),
          "%d".formatted(awaited.next() - 1));
    }
  }

  private static void submitted(ReportState state, Event event, Context context) {
    UUID report = event.data().uuid("report");
    if (!state.statements.contains(report)) {
      String expected = "a report.frozen or report.amended before it in its stream";
      context.breach(event, Rule.REPORT_SUBMITTED, expected, report.toString());
    }
  }
}
