package org.disclosureledger.service.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.deadline.DueTime;
import org.disclosureledger.service.deadline.Explanation;
import org.disclosureledger.service.deadline.PolicyAdopted;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Due times in words, by the policies that they name. */
@FunctionalInterface
interface Explanations {
  /**
   * Absent where its policy cannot be read.
   *
   * @param paused whether it was counted again after the agency had been asked what it means
   */
  @Nullable Explanation of(DueTime due, boolean paused);

  /** By those of a ledger, read once, when one is named; for one thread. */
  static Explanations by(EntryStore store, String ledger) {
    List<StoredEvent> policies = new ArrayList<>();
    return (due, paused) -> {
      if (due.policy() == null) {
        return Explanation.of(due, paused, PolicyInForce.NONE);
      }
      if (policies.isEmpty()) {
        policies.addAll(store.stream(ledger, new StreamId("policy")));
      }
      return policies.stream()
          .filter(stored -> stored.header().id().equals(due.policy()))
          .map(stored ->
              stored.payload() instanceof PolicyAdopted adopted
                  ? PolicyInForce.of(stored.header().id(), adopted)
                  : null)
          .filter(Objects::nonNull)
          .filter(policy -> policy.row(String.valueOf(due.row())).isPresent())
          .findFirst()
          .map(policy -> Explanation.of(due, paused, policy))
          .orElse(null);
    };
  }
}
