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
 * @param keys of its document number as last corrected, of an oral emergency by the paper that
 *     confirmed it; none if it has no number
 * @param documentDate as last corrected, of an oral emergency by the paper that confirmed it
 * @param receivedAt as last corrected, UTC
 * @param first what the first record says
 * @param secret whether it stands above secrecy Thường
 */
public record RegisteredRequest(
    UUID requestId,
    int registerYear,
    int registerOrdinal,
    Set<String> keys,
    @Nullable LocalDate documentDate,
    Instant receivedAt,
    First first,
    boolean secret) {

  /**
   * As first recorded, whatever was corrected since.
   *
   * @param otherNumber whether the document number was another, or none
   * @param otherAgency whether it named an agency whose requests are not compared
   * @param documentDate of an oral emergency on the paper that confirmed it
   * @param receivedAt UTC
   */
  public record First(
      boolean otherNumber,
      boolean otherAgency,
      @Nullable LocalDate documentDate,
      Instant receivedAt) {}

  public RegisteredRequest {
    keys = Set.copyOf(keys);
  }

  /** E.g. {@code 12/2026}. */
  public String registerNumber() {
    return registerOrdinal + "/" + registerYear;
  }
}
