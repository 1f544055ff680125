package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.verifier.conduct.EventType.Family;
import org.disclosureledger.verifier.conduct.EventType.Step;
import org.disclosureledger.verifier.report.Rule;

/** Inspections, drills and voluntary reports: recorded by one, corrected by two. */
final class OversightRules {
  private OversightRules() {}

  static void apply(OversightState state, Event event, Context context) {
    switch (event.type()) {
      case INSPECTION_RECORDED, DRILL_RECORDED -> TimeRules.days(event, event.data(), context);
      case NOTICE_RECORDED -> received(event, event.data(), context);
      case NOTICE_FORWARDED -> forwarded(state, event, context);
      case OVERSIGHT_CORRECTION_PREPARED -> prepared(state, event, context);
      case OVERSIGHT_CORRECTION_APPROVED, OVERSIGHT_CORRECTION_RETURNED ->
          decided(state, event, context);
      default -> throw new IllegalStateException(event.type().code());
    }
  }

  private static void received(Event event, EventData data, Context context) {
    TimeRules.received(event, data.time("receivedAt"), context);
  }

  private static void forwarded(OversightState state, Event event, Context context) {
    String agency = event.data().text("agency").toUpperCase(Locale.ROOT);
    if (!state.forwarded.add(context.shared(agency))) {
      context.breach(event, Rule.NOTICE_FORWARDED_AGAIN, "an agency once", agency);
    }
  }

  private static void prepared(OversightState state, Event event, Context context) {
    UUID corrects = event.data().uuid("corrects");
    OversightState.Proposed waiting = state.open.first();
    if (waiting != null) {
      String expected = "a decision on " + waiting.id();
      context.breach(event, Rule.ACT_OPEN, expected, event.type().code());
    }
    if (!state.ids.contains(corrects)) {
      context.breach(
          event, Rule.CORRECTION_EVENT, "an earlier event of the stream", corrects.toString());
    } else if (!state.recorded.contains(corrects)) {
      String expected = "what records it";
      context.breach(event, Rule.CORRECTION_CHANGES, expected, corrects.toString());
    }
    content(event, context);
    state.open.add(new OversightState.Proposed(event.id(), event.actor(), event.time()));
  }

  /** All of it as it should have been recorded, and so held to what a recording is held to. */
  private static void content(Event event, Context context) {
    Family family = Family.ofOversight(event.subject());
    if (!event.data().has(family.word())) {
      context.breach(event, Rule.OVERSIGHT_KIND, family.word(), "another kind of thing");
      return;
    }
    EventData content = event.data().object(family.word());
    if (family == Family.NOTICE) {
      received(event, content, context);
    } else {
      TimeRules.days(event, content, context);
    }
  }

  private static void decided(OversightState state, Event event, Context context) {
    UUID prepared = event.data().uuid("prepared");
    OversightState.Proposed proposed = state.open.find(prepared);
    if (proposed == null) {
      String found = event.type().code() + " of " + prepared;
      context.breach(event, Rule.ACT_NOT_OPEN, "the id of a correction that waits", found);
      return;
    }
    state.open.settle(proposed);
    // Times here are of two clocks and nobody's claim.
    Instant first = proposed.time().minus(FormatLimits.CLAIMED_TIME_LEAD);
    FourEyes.decides(event, proposed.actor(), first, context);
    context.tally.acts++;
  }

  /** Of an inspection, a drill or a voluntary report each its own people. */
  static EventType.Doer doer(Family family, Step step) {
    return switch (family) {
      case INSPECTION -> EventType.Doer.INSPECTOR;
      case DRILL -> EventType.Doer.SUPERVISOR;
      case NOTICE -> step == Step.PREPARED ? EventType.Doer.OFFICER : EventType.Doer.APPROVER;
      default -> throw new IllegalArgumentException("no oversight: " + family);
    };
  }
}
