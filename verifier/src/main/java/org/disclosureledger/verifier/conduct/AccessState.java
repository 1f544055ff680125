package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.jspecify.annotations.Nullable;

/**
 * Who may look at the personal data of one request, and whether it is erased, as of the leaf
 * reached. Of a reconciliation no more is asked than that there is one.
 */
final class AccessState extends StreamState {
  /** So many that stand at once are kept; of one stream an enterprise has a few. */
  static final int MOST = 512;

  /**
   * Leave to see what opens commitments.
   *
   * @param actor null for anybody in that role
   * @param until UTC
   */
  record Grant(UUID id, ActorRole to, @Nullable String actor, ViewPurpose purpose, Instant until) {

    boolean isOver(Instant at) {
      return at.isAfter(until);
    }

    @Override
    public String toString() {
      String who = actor == null ? to.code() : to.code() + " " + actor;
      return who + " for " + purpose + " until " + Shown.time(until);
    }
  }

  /** Those not revoked, but for what {@link #MOST} leaves out; null before the first. */
  private @Nullable List<Grant> standing;

  /** Every grant's id so far; null before the first. */
  private @Nullable EventIds ids;

  /** Grants that still stood were let go. */
  private boolean forgotten;

  boolean erased;

  /** Whether there was a grant of this id. */
  boolean isGranted(UUID id) {
    return ids != null && ids.contains(id);
  }

  /**
   * @param now those over by then make room
   */
  void grant(Grant grant, Instant now) {
    if (ids == null) {
      ids = new EventIds();
    }
    if (standing == null) {
      standing = new ArrayList<>(1);
    }
    ids.add(grant.id());
    if (standing.size() == MOST) {
      standing.removeIf(other -> other.isOver(now));
    }
    if (standing.size() == MOST) {
      standing.removeFirst();
      forgotten = true;
    }
    standing.add(grant);
  }

  /** Null if none is known to stand. */
  @Nullable Grant find(UUID id) {
    return standing == null
        ? null
        : standing.stream().filter(grant -> grant.id().equals(id)).findFirst().orElse(null);
  }

  /** Whether it may be one of those let go: then nobody can say that it is not held. */
  boolean mayBeForgotten(UUID id) {
    return forgotten && isGranted(id);
  }

  void revoke(Grant grant) {
    if (standing != null) {
      standing.remove(grant);
    }
  }

  /** How many are kept. */
  int kept() {
    return standing == null ? 0 : standing.size();
  }
}
