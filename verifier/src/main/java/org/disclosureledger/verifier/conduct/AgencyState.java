package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One agency of our register as of the leaf reached. */
final class AgencyState extends StreamState {
  /** Null until it is registered; upper case. */
  @Nullable String code;

  LocalDate validFrom = LocalDate.MIN;
  @Nullable LocalDate validUntil;
  @Nullable String successor;
  LocalDate successorFrom = LocalDate.MAX;

  /**
   * A way to reach it.
   *
   * @param since when it was verified, as claimed, UTC
   */
  record Contact(String channel, Instant since) {}

  /** The current ones. */
  final Map<UUID, Contact> contacts = new HashMap<>();

  final Set<UUID> officers = new HashSet<>();

  /** A day in Asia/Ho_Chi_Minh; the successor's first day is none of its own. */
  boolean isValidOn(LocalDate day) {
    LocalDate until = validUntil;
    return !day.isBefore(validFrom)
        && (until == null || !day.isAfter(until))
        && day.isBefore(successorFrom);
  }
}
