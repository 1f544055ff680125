package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import org.disclosureledger.verifier.report.Rule;

/** How a request begins: recorded, its items listed, its due times set, all in one append. */
final class RecordingRules {
  private RecordingRules() {}

  /** The way it came in. */
  enum Channel {
    OFFICIAL_LETTER,
    EMAIL,
    TELEPHONE,
    IN_PERSON,
    FAX,
    PORTAL,
    OTHER_CONFIRMED
  }

  static void recorded(RequestState state, Event event, Context context) {
    EventData data = event.data();
    state.recorded = event.id();
    state.recording = event.place();
    state.recorder = context.shared(event.actor());
    state.agency = context.shared(data.object("requestingAgency").text("code"));
    state.said(data.code("caseType", CaseType.class));
    state.receivedAt = data.time("receivedAt");
    state.receivedAtCorrected = state.receivedAt;
    state.emergency = data.flag("emergency");
    state.emergencyCorrected = state.emergency;
    state.dueStated = data.optionalTime("dueStated");
    // The first version knew no confirmations.
    boolean secondVersion = event.payload().type().endsWith(".v2");
    state.channel = data.code("channel", Channel.class);
    state.shown = isSecret(data) ? data.has("documentDate") : !data.objects("documents").isEmpty();
    state.said = state.emergency && isSaid(state);
    state.oral = secondVersion && state.said;
    state.secret = isSecret(data);
    version(event, secondVersion ? 2 : 1, context);
    TimeRules.received(event, state.receivedAt, context);
    if (data.has("agent")) {
      state.reachedAgent = data.object("agent").time("reachedAt");
    }
    agent(state, event, state.receivedAt, context);
    if (state.secret && !data.objects("documents").isEmpty()) {
      context.breach(event, Rule.SECRECY_CONTENT, "number and date only", "documents");
    }
    NumberingRules.listed(state, event, context);
    NumberingRules.documents(event, context);
    context.tally.requests++;
  }

  /** Who could go back to it would have no oral emergencies. */
  private static void version(Event event, int version, Context context) {
    if (version < context.recordedVersion) {
      context.breach(
          event,
          Rule.VERSION_OUTDATED,
          "version " + context.recordedVersion + ", as before",
          "version " + version);
    }
    context.recordedVersion = Math.max(version, context.recordedVersion);
  }

  /** The agent had it before the enterprise did. */
  static void agent(RequestState state, Event event, Instant receivedAt, Context context) {
    Instant reachedAt = state.reachedAgent;
    if (reachedAt != null && reachedAt.isAfter(receivedAt)) {
      context.breach(
          event,
          Rule.AGENT_AFTER_RECEIPT,
          "at most " + Shown.time(receivedAt),
          Shown.time(reachedAt));
    }
  }

  static boolean isSecret(EventData data) {
    return !data.text("secrecy").equals("NORMAL");
  }

  /** By telephone; or in person, when no paper was shown, of which a secret one leaves a date. */
  static boolean isSaid(RequestState state) {
    return state.channel == Channel.TELEPHONE
        || (state.channel == Channel.IN_PERSON && !state.shown);
  }

  static void listed(RequestState state, Event event, Context context) {
    if (state.recording == null || state.answerDueSet) {
      context.breach(
          event, Rule.ITEMS_LISTED_LATE, "directly behind request.recorded", "items.listed");
      return;
    }
    if (!state.recorder.equals(event.actor())) {
      context.breach(
          event, Rule.ITEMS_LISTED_LATE, "by who recorded it, " + state.recorder, event.actor());
    }
    NumberingRules.listed(state, event, context);
  }

  /** Something else follows, or nothing: what had to be there by now? */
  static void complete(RequestState state, Context context) {
    Place place = state.recording;
    if (place == null) {
      return;
    }
    state.recording = null;
    if (!state.answerDueSet) {
      context.breach(place, Rule.DEADLINE_MISSING, "deadline.set, purpose ANSWER, behind it", null);
    } else if (state.oral && !state.confirmDueSet) {
      context.breach(
          place, Rule.DEADLINE_MISSING, "deadline.set, purpose CONFIRM_IN_WRITING", null);
    }
  }
}
