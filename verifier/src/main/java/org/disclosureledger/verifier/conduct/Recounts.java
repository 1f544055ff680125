package org.disclosureledger.verifier.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.disclosureledger.verifier.conduct.Policies.Asked;
import org.disclosureledger.verifier.conduct.Policies.Earliest;
import org.disclosureledger.verifier.conduct.Policies.Purpose;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/**
 * After which policies and calendars the due times of open requests have to be counted again by
 * now. A request is looked at when it goes on and at the end, once an adoption, so that a ledger of
 * many adoptions is no slower to judge.
 */
final class Recounts {
  /**
   * As {@link EmergencyRules} waits for its timer: from the first entry behind the adoption, and
   * behind what was counted again since; a service that stood still meanwhile goes on first.
   */
  private static final Duration GRACE = Duration.ofHours(1);

  /**
   * How long adoptions may take each other's place. Whoever recounts stops at an adoption for the
   * one that came since, which has all its hour; but nobody puts the recounts off for good.
   */
  private static final Duration MOST_PUT_OFF = Duration.ofHours(16);

  private static final class Adoption {
    final long leaf;
    final Policies policies;
    final WorkingDays calendar;

    /** Recordedtime of the first entry behind it or the last recount; null while there is none. */
    @Nullable Instant since;

    /** When the hour of the first began whose place was taken, up to this one; null if of none. */
    @Nullable Instant putOffSince;

    Adoption(long leaf, Policies policies, WorkingDays calendar) {
      this.leaf = leaf;
      this.policies = policies;
      this.calendar = calendar;
    }

    void replaces(Adoption before) {
      putOffSince = before.putOffSince == null ? before.since : before.putOffSince;
    }

    boolean mayBeReplaced(Instant time) {
      return putOffSince == null || !putOffSince.plus(MOST_PUT_OFF).isBefore(time);
    }
  }

  /** The last one of which the hour is over; null if there is none. */
  private @Nullable Adoption over;

  /** The last one; before it one that was put off for too long, if there is such a one. */
  private final List<Adoption> awaited = new ArrayList<>(2);

  /** A policy or a calendar came, in an entry that was reached. */
  void adopted(Event event, Policies policies, WorkingDays calendar) {
    if (!policies.isKnown() || !calendar.isKnown()) {
      lost();
      return;
    }
    Adoption adoption = new Adoption(event.place().leaf(), policies.asTheyAre(), calendar.asItIs());
    // Beside one that was put off for too long, the others stand for each other without end: its
    // own hour ends that.
    if (!awaited.isEmpty()
        && (awaited.size() == 2 || awaited.getLast().mayBeReplaced(event.recordedTime()))) {
      adoption.replaces(awaited.removeLast());
    }
    awaited.add(adoption);
  }

  /** What cannot be read may have been another: nothing is demanded until the next. */
  void lost() {
    over = null;
    awaited.clear();
  }

  /** An entry of this recordedtime came. */
  void reached(Instant time) {
    for (Adoption adoption : awaited) {
      adoption.since = adoption.since == null ? time : adoption.since;
    }
    while (!awaited.isEmpty() && isOver(awaited.getFirst(), time)) {
      over = awaited.removeFirst();
    }
  }

  /**
   * A due time is counted again.
   *
   * @param set where it was set before; each counts once after an adoption, so that nobody puts the
   *     hour off by counting one again and again
   */
  void counting(@Nullable Place set) {
    for (Adoption adoption : awaited) {
      if (set != null && set.leaf() < adoption.leaf) {
        adoption.since = null;
      }
    }
  }

  private static boolean isOver(Adoption adoption, Instant time) {
    Instant since = adoption.since;
    return since != null && since.plus(GRACE).isBefore(time);
  }

  /** At the end of the ledger, and before anything that is done about the request. */
  void demand(RequestState state, Context context) {
    Adoption adoption = over;
    Place set = state.dueSetAt;
    if (adoption == null || set == null || state.recountedUpTo >= adoption.leaf) {
      return;
    }
    state.recountedUpTo = adoption.leaf;
    // What was counted since was counted by it, and what opened or changed since need not be.
    boolean owed = set.leaf() < adoption.leaf && state.openedAt < adoption.leaf;
    if (!owed || state.extended || state.closed || state.isAnswered()) {
      return;
    }
    if (state.erased || state.mayBeErased || !context.isSure(state)) {
      return;
    }
    if (state.hasTooManyPauses()) {
      context.tally.dueTimes++;
      return;
    }
    Earliest first = earliest(adoption, state);
    if (first == null || first.calendar() || isDueBy(first, state)) {
      return;
    }
    for (Adoption later : awaited) {
      Earliest next = earliest(later, state);
      if (next == null || next.calendar() || isDueBy(next, state)) {
        return;
      }
    }
    context.breach(
        set,
        Rule.DEADLINE_NOT_RECOUNTED,
        "%s, by what leaf %d adopts".formatted(shown(due(first, state)), adoption.leaf),
        shown(state.due));
  }

  private static String shown(@Nullable Instant due) {
    return due == null ? "no due time" : "due " + Shown.time(due);
  }

  private static boolean isDueBy(Earliest earliest, RequestState state) {
    return Objects.equals(due(earliest, state), state.due);
  }

  /** Where no row says, it is the agency's own. */
  private static @Nullable Instant due(Earliest earliest, RequestState state) {
    return earliest.none() ? state.dueStated : earliest.due();
  }

  /** Null where a row says nothing that could be counted. */
  private static @Nullable Earliest earliest(Adoption adoption, RequestState state) {
    Asked asked = new Asked(Purpose.ANSWER, state.emergency, state.receivedAt, state.pauses());
    try {
      return adoption.policies.earliest(asked, state.kinds(), adoption.calendar);
    } catch (Unreadable e) {
      return null;
    }
  }
}
