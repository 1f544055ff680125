package org.disclosureledger.service.grant.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.disclosureledger.format.ActorRole;

/**
 * The roles that open starred values by a grant alone; spelled as {@code actorrole} spells them.
 */
public enum GrantedRole {
  @JsonProperty("supervisor")
  SUPERVISOR(ActorRole.SUPERVISOR),
  @JsonProperty("auditor")
  AUDITOR(ActorRole.AUDITOR);

  private final ActorRole role;

  GrantedRole(ActorRole role) {
    this.role = role;
  }

  public ActorRole role() {
    return role;
  }
}
