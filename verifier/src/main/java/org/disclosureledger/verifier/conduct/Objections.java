package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What is said against an event. Of an act's two steps each is judged by where the request stands
 * then; what was said against the first, and still holds, is not said again of the second.
 */
final class Objections {
  /** The same breach at both steps is equal. */
  record Flaw(Rule rule, @Nullable String expected, @Nullable String found) {}

  private final Event event;
  private final Context context;
  private final Flaws before;
  private final Set<Flaw> raised = new HashSet<>();

  private Objections(Event event, Flaws before, Context context) {
    this.event = event;
    this.before = before;
    this.context = context;
  }

  /** Against what stands for itself, or is the first of two. */
  static Objections to(Event event, Context context) {
    return new Objections(event, Flaws.NONE, context);
  }

  /** Against the second of two. */
  static Objections toSecond(Event event, Flaws first, Context context) {
    return new Objections(event, first, context);
  }

  void breach(Rule rule, @Nullable String expected, @Nullable String found) {
    breach(new Flaw(rule, expected, found), expected, found);
  }

  /**
   * A breach whose evidence differs from step to step.
   *
   * @param same by which it is known again
   */
  void breach(Flaw same, @Nullable String expected, @Nullable String found) {
    if (raised.add(same) && !before.contains(same)) {
      context.breach(event, same.rule(), expected, found);
    }
  }

  /** Each step answers for the time that it claims itself. */
  void notBefore(Instant cause) {
    TimeRules.notBefore(event, cause, context);
  }

  Event event() {
    return event;
  }

  Flaws raised() {
    return Flaws.of(raised);
  }
}
