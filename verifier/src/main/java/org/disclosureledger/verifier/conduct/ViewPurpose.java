package org.disclosureledger.verifier.conduct;

import java.util.EnumSet;
import java.util.Set;
import org.disclosureledger.format.ActorRole;

/** For what somebody looks at personal data, and whose work that is. */
enum ViewPurpose {
  ANSWERING(ActorRole.LEGAL, ActorRole.APPROVER),
  APPROVING(ActorRole.APPROVER),
  SUPERVISION(ActorRole.SUPERVISOR),
  INSPECTION(ActorRole.LEGAL, ActorRole.APPROVER, ActorRole.SUPERVISOR, ActorRole.AUDITOR),
  COMPLAINT(ActorRole.LEGAL, ActorRole.APPROVER),
  AUDIT(ActorRole.AUDITOR),
  CORRECTION(ActorRole.LEGAL, ActorRole.APPROVER),
  REGISTER(ActorRole.ADMIN);

  /** They are shown no personal data of a request unless somebody grants it. */
  private static final Set<ActorRole> BY_GRANT =
      EnumSet.of(ActorRole.SUPERVISOR, ActorRole.AUDITOR);

  private final Set<ActorRole> roles = EnumSet.noneOf(ActorRole.class);

  ViewPurpose(ActorRole... roles) {
    this.roles.addAll(Set.of(roles));
  }

  boolean isOf(ActorRole role) {
    return roles.contains(role);
  }

  static boolean needsGrant(ActorRole role) {
    return BY_GRANT.contains(role);
  }
}
