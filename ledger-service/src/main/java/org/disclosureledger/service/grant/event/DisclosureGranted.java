package org.disclosureledger.service.grant.event;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.jspecify.annotations.Nullable;

/**
 * {@code disclosure.granted}: whoever is named may open the starred values of the request that the
 * stream names.
 *
 * @param grant its id, by which views and exports name it
 * @param actor this person of the role alone, by the id in {@code actor}; absent for all of it
 * @param purpose for this one alone
 * @param until the last moment at which it stands
 */
public record DisclosureGranted(
    UUID grant, GrantedRole to, @Nullable UUID actor, ViewPurpose purpose, Instant until)
    implements GrantEvent {

  /**
   * Whether it grants anything: its id is that of the entry by which it is given.
   *
   * @param entry that entry's id
   */
  public boolean isGivenBy(UUID entry) {
    return grant.equals(entry);
  }
}
