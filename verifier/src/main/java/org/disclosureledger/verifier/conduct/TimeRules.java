package org.disclosureledger.verifier.conduct;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/** What people claim about times: in order, and not of the future. */
final class TimeRules {
  private static final Duration LEAD = FormatLimits.CLAIMED_TIME_LEAD;

  private TimeRules() {}

  /** No event claims to have happened before what it follows; told once an event. */
  static void notBefore(Event event, Instant cause, Context context) {
    notBefore(event, cause, Rule.TIME_BEFORE_CAUSE, context);
  }

  static void notBefore(Event event, Instant cause, Rule rule, Context context) {
    if (event.time().isBefore(cause) && context.claimTold != event.place().leaf()) {
      context.claimTold = event.place().leaf();
      context.breach(event, rule, "not before " + Shown.time(cause), Shown.time(event.time()));
    }
  }

  /** Nothing was received after it was recorded: that would move its due time. */
  static void received(Event event, Instant receivedAt, Context context) {
    Instant latest = event.recordedTime().plus(LEAD);
    if (receivedAt.isAfter(latest)) {
      context.breach(
          event, Rule.RECEIVED_AHEAD, "at most " + Shown.time(latest), Shown.time(receivedAt));
    }
  }

  /** First and last day, both included, of what is over. */
  static void days(Event event, EventData data, Context context) {
    LocalDate from = data.date("from");
    LocalDate to = data.date("to");
    LocalDate today = LocalDate.ofInstant(event.recordedTime().plus(LEAD), LedgerZone.ID);
    if (from.isAfter(to)) {
      context.breach(event, Rule.PERIOD_REVERSED, "a last day from " + from + " on", to.toString());
    } else if (to.isAfter(today)) {
      context.breach(event, Rule.PERIOD_AHEAD, "at most " + today, to.toString());
    }
  }

  /** False, and told, for a period that does not end after it begins. */
  static boolean inOrder(Event event, @Nullable Period period, Context context) {
    if (period == null || period.from().isBefore(period.to())) {
      return true;
    }
    context.breach(event, Rule.PERIOD_REVERSED, "an end after the beginning", period.toString());
    return false;
  }
}
