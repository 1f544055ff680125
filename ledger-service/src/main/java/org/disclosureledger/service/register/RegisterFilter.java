package org.disclosureledger.service.register;

import java.time.Instant;
import org.disclosureledger.service.request.RequestStatus;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * Which requests to list; an absent member does not restrict.
 *
 * @param agency the requesting agency's code, exactly
 * @param number register number: {@code 12} or {@code 12/2026}
 * @param dueBefore excluded; requests without a due time are left out
 * @param dueAfter included; requests without a due time are left out
 * @param receivedFrom included
 * @param receivedTo excluded
 */
public record RegisterFilter(
    @Nullable RequestStatus state,
    @Nullable String agency,
    @Nullable ItemKind itemKind,
    @Nullable Boolean emergency,
    @Nullable RegisterNumber number,
    @Nullable Instant dueBefore,
    @Nullable Instant dueAfter,
    @Nullable Instant receivedFrom,
    @Nullable Instant receivedTo) {

  public static final RegisterFilter ALL =
      new RegisterFilter(null, null, null, null, null, null, null, null, null);
}
