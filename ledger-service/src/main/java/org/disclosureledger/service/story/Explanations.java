package org.disclosureledger.service.story;

import java.util.Objects;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.deadline.DueTime;
import org.disclosureledger.service.deadline.Explanation;
import org.disclosureledger.service.deadline.PolicyAdopted;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.sealing.EntryStore;
import org.jspecify.annotations.Nullable;

/** Due times in words, by the policies that they name. */
@FunctionalInterface
interface Explanations {
  /** Absent where its policy cannot be read. */
  @Nullable Explanation of(DueTime due);

  /** By those of a ledger, read when one is named. */
  static Explanations by(EntryStore store, String ledger) {
    return due -> {
      if (due.policy() == null) {
        return Explanation.of(due, PolicyInForce.NONE);
      }
      return store.stream(ledger, new StreamId("policy")).stream()
          .filter(stored -> stored.header().id().equals(due.policy()))
          .map(stored ->
              stored.payload() instanceof PolicyAdopted adopted
                  ? PolicyInForce.of(stored.header().id(), adopted)
                  : null)
          .filter(Objects::nonNull)
          .filter(policy -> policy.row(String.valueOf(due.row())).isPresent())
          .findFirst()
          .map(policy -> Explanation.of(due, policy))
          .orElse(null);
    };
  }
}
