package org.disclosureledger.service.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Other requests of the ledger that name a target of this one, however it is written: pointed out
 * to an officer, and no reason to refuse anything.
 *
 * @param requests the newest first, at most {@link RepeatReading#LISTED}
 * @param total how many there are
 */
public record Repeats(List<Request> requests, long total) {

  /**
   * One of them.
   *
   * @param registerNumber số đến, e.g. {@code 12/2026}
   * @param items ordinals of the items of the request asked about that share a target
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Request(UUID requestId, @Nullable String registerNumber, List<Integer> items) {}
}
