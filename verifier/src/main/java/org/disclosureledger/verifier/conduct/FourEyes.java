package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.verifier.conduct.EventType.Doer;
import org.disclosureledger.verifier.conduct.EventType.Step;
import org.disclosureledger.verifier.report.Rule;

/** Who may do what, and that two who decide are two (DOMAIN §1, §6). */
final class FourEyes {
  private FourEyes() {}

  static void mayDo(Event event, Context context) {
    Doer doer = event.type().doer(event.subject());
    ActorRole role = event.payload().actorRole();
    boolean system = event.payload().actor().isSystem() || role == ActorRole.SYSTEM;
    String who = role.code() + " " + event.actor();
    if (doer == Doer.SYSTEM) {
      if (!event.payload().actor().isSystem() || role != ActorRole.SYSTEM) {
        context.breach(event, Rule.SYSTEM_ONLY, "system", who);
      }
    } else if (system && !doer.includes(ActorRole.SYSTEM)) {
      context.breach(event, Rule.SYSTEM_NOT_A_PERSON, "a person", who);
    } else if (system && event.payload().actor().isSystem() != (role == ActorRole.SYSTEM)) {
      context.breach(event, Rule.ROLE_NOT_ALLOWED, "the system in its own role", who);
    } else if (!system && !doer.includes(role)) {
      boolean second = event.type().step() != null && event.type().step() != Step.PREPARED;
      context.breach(event, second ? Rule.APPROVER_MISSING : Rule.ROLE_NOT_ALLOWED, null, who);
    }
  }

  /** The second person is another one, and comes after the first. */
  static void decides(Event event, String first, Instant at, Context context) {
    if (event.actor().equals(first) && !event.payload().actor().isSystem()) {
      context.breach(event, Rule.SAME_PERSON, "another person", event.actor());
    }
    TimeRules.notBefore(event, at, Rule.SECOND_BEFORE_FIRST, context);
  }
}
