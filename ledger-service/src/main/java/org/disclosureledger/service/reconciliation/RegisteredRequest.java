package org.disclosureledger.service.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request as far as it is compared; its document number is known by keyed digests alone.
 *
 * @param registerOrdinal within {@code registerYear}; both give the order among equals
 * @param keys of its document number; none if it has no number
 * @param receivedAt as last corrected, UTC
 * @param secret whether it stands above secrecy Thường
 */
public record RegisteredRequest(
    UUID requestId,
    int registerYear,
    int registerOrdinal,
    Set<String> keys,
    @Nullable LocalDate documentDate,
    Instant receivedAt,
    boolean secret) {
  public RegisteredRequest {
    keys = Set.copyOf(keys);
  }

  /** E.g. {@code 12/2026}. */
  public String registerNumber() {
    return registerOrdinal + "/" + registerYear;
  }
}
