package org.disclosureledger.verifier.conduct;

import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;

/** Somebody with a role; the invented staff of a small enterprise. */
record Person(Actor actor, ActorRole role) {
  static final Person LAN = of(1, ActorRole.LEGAL);
  static final Person MINH = of(2, ActorRole.APPROVER);
  static final Person THAO = of(6, ActorRole.LEGAL);
  static final Person THU = of(3, ActorRole.SUPERVISOR);
  static final Person QUAN = of(4, ActorRole.ADMIN);
  static final Person HOA = of(5, ActorRole.AUDITOR);
  static final Person TIMER = new Person(Actor.SYSTEM, ActorRole.SYSTEM);

  private static Person of(int number, ActorRole role) {
    return new Person(Actor.of(new UUID(0x4000L, 0x8000_0000_0000_0000L | number)), role);
  }

  /** The same person in another role. */
  Person as(ActorRole other) {
    return new Person(actor, other);
  }
}
