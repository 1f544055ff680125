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
    boolean sure = request != null && context.isSure(request);
    if (state.erased) {
      context.breach(event, Rule.ERASED_AGAIN, "an erasure once", "again of request/" + id);
    } else {
      String waits = request != null && sure ? waits(request) : null;
      if (waits != null) {
        context.breach(event, Rule.ERASURE_OPEN, "a closed request that waits for nothing", waits);
      }
      byRule(request, sure && waits == null, event, context);
      if (request != null && sure) {
        counted(state, request, event, context);
      }
    }
    state.erased = true;
    if (request != null && !request.erased) {
      goesOnNoMore(request, context);
      request.erased = true;
    }
  }

  /** What nobody can read may be an erasure: what was overdue by then is told all the same. */
  static void maybe(RequestState request, Context context) {
    goesOnNoMore(request, context);
    request.mayBeErased = true;
  }

  /** What the request waits for; null where that is nothing. */
  private static @Nullable String waits(RequestState request) {
    if (!request.closed) {
      return "not closed";
    }
    if (!request.isAnswered()) {
      return "an item to reopen it for";
    }
    OpenAct open = request.open.first();
    if (open != null) {
      return "a decision on " + open.id();
    }
    if (EmergencyRules.isOwed(request)) {
      return "the paper of an oral emergency";
    }
    for (int i = 0; i < request.items.size(); i++) {
      if (request.items.get(i).stand == Item.Stand.IN_FORCE) {
        return "item %d: a measure in force".formatted(i + 1);
      }
    }
    return null;
  }

  private static void byRule(
      @Nullable RequestState request, boolean closed, Event event, Context context) {
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
    } else if (request != null && closed) {
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

  /**
   * Its own numbers: a key a stream that commits to anything, no more members than the two streams
   * commit to (a vault that came from a backup may have lost some before), all the documents.
   */
  private static void counted(
      AccessState state, RequestState request, Event event, Context context) {
    int streams = (request.slots > 0 ? 1 : 0) + (state.slots > 0 ? 1 : 0);
    long slots = request.slots + state.slots;
    long keys = event.data().texts("keys").size();
    long disclosures = event.data().number("disclosures");
    long attachments = event.data().number("attachments");
    boolean opened = disclosures == 0 || keys > 0;
    if (keys > streams || disclosures > slots || !opened || attachments != request.attachments) {
      context.breach(
          event,
          Rule.ERASURE_COUNT,
          "at most %d keys, %d disclosures; %d documents"
              .formatted(streams, slots, request.attachments),
          "%d, %d; %d".formatted(keys, disclosures, attachments));
    }
  }

  /** What was overdue by then stays so; from then on nobody can write it down. */
  private static void goesOnNoMore(RequestState request, Context context) {
    StreamState judged = context.judged;
    context.judged = request;
    EmergencyRules.overdue(request, context);
    context.judged = judged;
  }
}
