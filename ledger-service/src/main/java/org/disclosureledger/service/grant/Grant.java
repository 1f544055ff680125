package org.disclosureledger.service.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.RecordedWithin;
import org.disclosureledger.service.grant.event.GrantedRole;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.jspecify.annotations.Nullable;

/**
 * One grant as it stands.
 *
 * @param id that of the entry by which it was given
 * @param actor this person of the role alone; absent for all of it
 * @param until the last moment of it
 * @param by who gave it
 * @param revokedAt when it was taken back; absent while it was not
 */
public record Grant(
    UUID id,
    GrantedRole to,
    @Nullable UUID actor,
    ViewPurpose purpose,
    Instant until,
    Instant grantedAt,
    Actor by,
    @Nullable Instant revokedAt) {

  /**
   * What rests on a grant is recorded before it ends, also by a busy ledger: so long before its end
   * nothing more is begun under it.
   */
  static final Duration TAIL = Duration.ofSeconds(10);

  public boolean standsAt(Instant now) {
    return revokedAt == null && !now.plus(TAIL).isAfter(until);
  }

  /** Whether it was given to this person in this role, for whatever purpose and time. */
  public boolean isOf(ActorRole role, Actor person) {
    return to.role() == role && (actor == null || Actor.of(actor).equals(person));
  }

  /**
   * What rests on it is recorded by its last moment or not at all: a process that stood still since
   * it was decided cannot know that by itself.
   */
  public RecordedWithin inTime() {
    return RecordedWithin.before(until.plusMillis(1), GrantRule.GRANT_REQUIRED);
  }

  Grant revoked(Instant at) {
    return new Grant(id, to, actor, purpose, until, grantedAt, by, at);
  }
}
