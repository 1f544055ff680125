package org.disclosureledger.service.sample;

import java.util.Locale;
import org.disclosureledger.format.ActorRole;

/** Who acts in the sample; each has an actor id of its own, but for the system. */
public enum SamplePerson {
  LEGAL(ActorRole.LEGAL),
  LEGAL_2(ActorRole.LEGAL),
  APPROVER(ActorRole.APPROVER),
  APPROVER_2(ActorRole.APPROVER),
  SUPERVISOR(ActorRole.SUPERVISOR),
  SUPERVISOR_2(ActorRole.SUPERVISOR),
  AUDITOR(ActorRole.AUDITOR),
  ADMIN(ActorRole.ADMIN),
  SYSTEM(ActorRole.SYSTEM);

  private final ActorRole role;

  SamplePerson(ActorRole role) {
    this.role = role;
  }

  public ActorRole role() {
    return role;
  }

  String username() {
    return "sample-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
