package org.disclosureledger.service.grant;

import java.util.Set;
import org.disclosureledger.service.grant.event.GrantedRole;
import org.disclosureledger.service.vocabulary.ViewPurpose;

/** For which purposes a role can be let in: those that it looks for. */
public final class GrantedPurposes {
  private GrantedPurposes() {}

  public static Set<ViewPurpose> of(GrantedRole role) {
    return switch (role) {
      case SUPERVISOR -> Set.of(ViewPurpose.SUPERVISION, ViewPurpose.INSPECTION);
      case AUDITOR -> Set.of(ViewPurpose.AUDIT, ViewPurpose.INSPECTION);
    };
  }
}
