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
 * @param recordedAt when the ledger took that it came, which alone says whether it came in time
 * @param missedAt when the ledger noticed that it had not come
 */
public record Confirmation(
    @Nullable UUID deadline,
    @Nullable Instant confirmBy,
    @Nullable Instant confirmedAt,
    @Nullable Instant recordedAt,
    @Nullable Instant missedAt) {

  static final Confirmation NONE = new Confirmation(null, null, null, null, null);

  /**
   * Whether it came after it was due, by the ledger's clock: what it claims may be dated back, and
   * whether the ledger had noticed by then is all one.
   */
  public boolean late() {
    return missedAt != null
        || (recordedAt != null && confirmBy != null && recordedAt.isAfter(confirmBy));
  }

  Confirmation dueBy(UUID id, @Nullable Instant by) {
    return new Confirmation(id, by, confirmedAt, recordedAt, missedAt);
  }

  Confirmation confirmed(Instant at, Instant recorded) {
    return new Confirmation(deadline, confirmBy, at, recorded, missedAt);
  }

  Confirmation missed(Instant at) {
    return new Confirmation(deadline, confirmBy, confirmedAt, recordedAt, at);
  }
}
