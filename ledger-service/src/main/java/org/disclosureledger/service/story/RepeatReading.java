package org.disclosureledger.service.story;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.disclosure.RepeatingRequests;
import org.disclosureledger.service.dispatch.Acknowledgement;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.sealing.AssignedNumber;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.RegisterNumbers;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds the requests that ask about the same targets again. */
@Component
public class RepeatReading {
  /** Most requests that are listed. */
  static final int LISTED = 20;

  private static final Logger log = LoggerFactory.getLogger(RepeatReading.class);
  private static final Set<ActorRole> OFFICERS = Set.of(ActorRole.LEGAL, ActorRole.APPROVER);

  private final LedgerLookup ledgers;
  private final EntryStore store;
  private final RepeatingRequests repeating;
  private final RegisterNumbers numbers;

  RepeatReading(
      LedgerLookup ledgers,
      EntryStore store,
      RepeatingRequests repeating,
      RegisterNumbers numbers) {
    this.ledgers = ledgers;
    this.store = store;
    this.repeating = repeating;
    this.numbers = numbers;
  }

  /**
   * @throws InputRefused of type request-not-found
   */
  public Repeats of(LedgerDescription ledger, UUID requestId) {
    StreamId stream = RequestStream.of(requestId);
    if (store.stream(ledger.name(), stream).isEmpty()) {
      throw new InputRefused(ProblemType.REQUEST_NOT_FOUND, "no request of this id");
    }
    return shown(ledger, repeating.of(ledger.id(), stream, LISTED));
  }

  /**
   * Of a request just recorded, for an officer; absent when there are none, or on any failure. What
   * came later does not count, so that a repetition of the command is answered as the first time.
   */
  public @Nullable Repeats atIntake(Acknowledgement recorded, ActorRole reader) {
    if (!OFFICERS.contains(reader)) {
      return null;
    }
    try {
      LedgerDescription ledger = ledgers.find(recorded.ledger());
      long size = recorded.firstLeafIndex() + recorded.entryCount();
      Repeats found = shown(ledger, repeating.asOf(ledger.id(), recorded.stream(), size, LISTED));
      return found.total() == 0 ? null : found;
    } catch (RuntimeException e) {
      // The command is committed: a hint that cannot be given must not make it look failed.
      log.warn("repeats of a recorded request cannot be looked up", e);
      return null;
    }
  }

  private Repeats shown(LedgerDescription ledger, RepeatingRequests.Found found) {
    List<Repeats.Request> requests =
        found.requests().stream()
            .map(other ->
                new Repeats.Request(
                    RequestStream.requestId(other.stream()).orElseThrow(),
                    numbers.of(ledger, other.stream()).map(AssignedNumber::toString).orElse(null),
                    other.items()))
            .toList();
    return new Repeats(requests, found.total());
  }
}
