package org.disclosureledger.format;

import java.util.Locale;

/** {@code actorrole} of FORMAT §1. */
public enum ActorRole {
  LEGAL,
  APPROVER,
  SUPERVISOR,
  AUDITOR,
  ADMIN,
  SYSTEM;

  /** As it stands in an entry. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Rule {@code actor-role}. */
  public static ActorRole parse(String code) {
    for (ActorRole role : values()) {
      if (role.code().equals(code)) {
        return role;
      }
    }
    throw FormatRule.ACTOR_ROLE.violation(0, "unknown role");
  }
}
