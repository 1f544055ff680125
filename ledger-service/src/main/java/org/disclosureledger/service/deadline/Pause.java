package org.disclosureledger.service.deadline;

import java.time.Instant;

/**
 * While the service clock stood still, because the agency had still to say what it means.
 *
 * @param from when it was asked, UTC
 * @param to when it answered, UTC
 */
public record Pause(Instant from, Instant to) {
  /**
   * @throws IllegalArgumentException when it is empty or reversed
   */
  public Pause {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a pause ends after it begins");
    }
  }
}
