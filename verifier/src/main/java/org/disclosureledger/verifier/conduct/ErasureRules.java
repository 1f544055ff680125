package org.disclosureledger.verifier.conduct;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Personal data are erased of a closed request, once, by a rule in force and when its days are
 * over; after that nothing is added to the request.
 */
final class ErasureRules {
  private ErasureRules() {}

  static void erased(AccessState state, Event event, UUID id, Context context) {
    RequestState request = context.request(id);
    if (state.erased) {
      context.breach(event, Rule.ERASED_AGAIN, "an erasure once", "again of request/" + id);
    } else {
      boolean open = request != null && !request.uncertain && isOpen(request);
      if (open) {
        context.breach(event, Rule.ERASURE_OPEN, "a closed request", "request/" + id);
      }
      byRule(request, open, event, context);
    }
    state.erased = true;
    if (request != null && !request.erased) {
      goesOnNoMore(request, context);
    }
  }

  /** Or waits for a reopening, or for a second person. */
  private static boolean isOpen(RequestState request) {
    return !request.closed || !request.isAnswered() || request.open.first() != null;
  }

  private static void byRule(
      @Nullable RequestState request, boolean open, Event event, Context context) {
    if (!context.retention.isKnown()) {
      context.tally.erasures++;
      return;
    }
    UUID policy = event.data().uuid("policy");
    String rule = event.data().text("rule");
    Retention.Row row = context.retention.row(policy, rule);
    if (row == null || !isInForce(row, event)) {
      UUID latest = context.retention.latest();
      String expected = latest == null ? "rules adopted" : "a rule in force of " + latest;
      context.breach(event, Rule.ERASURE_RULE, expected, rule + " of " + policy);
    } else if (request != null && !row.fits(request.caseTypes())) {
      String expected = "a rule for " + request.caseTypes();
      context.breach(event, Rule.ERASURE_RULE, expected, rule + " for " + row.caseTypes());
    } else if (request != null && !open && !request.uncertain) {
      Instant over = request.closedRecorded.plus(Duration.ofDays(row.days()));
      if (event.recordedTime().isBefore(over)) {
        String found = Shown.time(event.recordedTime());
        context.breach(event, Rule.ERASURE_EARLY, "not before " + Shown.time(over), found);
      }
    }
  }

  /** It may have been decided a little before it was recorded, on its rule's last day. */
  private static boolean isInForce(Retention.Row row, Event event) {
    return row.inForceOn(day(event.recordedTime()))
        || row.inForceOn(day(event.recordedTime().minus(DeadlineRules.APPENDING)));
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, LedgerZone.ID);
  }

  /** What was overdue by then stays so; from then on nobody can write it down. */
  private static void goesOnNoMore(RequestState request, Context context) {
    StreamState judged = context.judged;
    context.judged = request;
    EmergencyRules.overdue(request, context);
    context.judged = judged;
    request.erased = true;
  }
}
