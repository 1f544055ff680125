package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The written confirmation that an oral emergency needs.
 *
 * @param deadline event id of the {@code deadline.set} that says by when; absent if none was set
 * @param confirmBy UTC
 * @param confirmedAt as claimed, UTC
 * @param missedAt when the ledger noticed that it had not come
 */
public record Confirmation(
    @Nullable UUID deadline,
    @Nullable Instant confirmBy,
    @Nullable Instant confirmedAt,
    @Nullable Instant missedAt) {

  static final Confirmation NONE = new Confirmation(null, null, null, null);

  Confirmation dueBy(UUID id, @Nullable Instant by) {
    return new Confirmation(id, by, confirmedAt, missedAt);
  }

  Confirmation confirmed(Instant at) {
    return new Confirmation(deadline, confirmBy, at, missedAt);
  }

  Confirmation missed(Instant at) {
    return new Confirmation(deadline, confirmBy, confirmedAt, at);
  }
}
