package org.disclosureledger.service.dispatch;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.disclosure.ErasedStreams;
import org.disclosureledger.service.erasure.ErasureFacts;
import org.disclosureledger.service.erasure.command.ErasePersonalData;
import org.disclosureledger.service.erasure.event.RetentionAdopted;
import org.disclosureledger.service.request.Confirmation;
import org.disclosureledger.service.request.ItemState;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.StreamUnreadable;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.DocumentAttached;
import org.disclosureledger.service.request.event.RecordedChanges;
import org.disclosureledger.service.request.event.RequestClosed;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.sealing.StreamReads;
import org.disclosureledger.service.vocabulary.CaseType;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure is decided on: the request and the retention rules, which the append finds as
 * they were, or refuses; and what the vault holds.
 */
final class ErasureCircumstances {
  private static final StreamId RETENTION = new StreamId("retention");

  private ErasureCircumstances() {}

  static ErasureFacts of(
      ErasePersonalData command, String ledger, StreamReads reads, ErasedStreams erased) {
    List<StoredEvent> stream = reads.stream(command.erased());
    List<StoredEvent> retention = reads.stream(RETENTION);
    StoredEvent last = retention.isEmpty() ? null : retention.getLast();
    RetentionAdopted rules =
        last != null && last.payload() instanceof RetentionAdopted adopted ? adopted : null;
    UUID adopted = last == null || rules == null ? null : last.header().id();
    RequestState state = state(stream);
    ErasedStreams.Held held =
        erased.held(ledger, command.erased()).and(erased.held(ledger, command.stream()));
    return new ErasureFacts(
        stream.isEmpty() ? -1 : stream.getLast().header().sequence(),
        state != null,
        state == null ? null : closedAt(state, stream),
        caseTypes(stream),
        adopted,
        rules,
        erased.contains(ledger, command.erased()),
        held.keys(),
        held.disclosures(),
        (int) payloads(stream).filter(DocumentAttached.class::isInstance).count());
  }

  /** {@code null} when the entries cannot follow one another, or one is of an unknown type. */
  static @Nullable RequestState state(List<StoredEvent> stream) {
    RequestState state = RequestState.EMPTY;
    try {
      for (StoredEvent stored : stream) {
        if (!(stored.payload() instanceof RequestEvent event)) {
          return null;
        }
        state = state.evolve(event, stored.header());
      }
      return state;
    } catch (StreamUnreadable contradiction) {
      return null;
    }
  }

  private static @Nullable Instant closedAt(RequestState state, List<StoredEvent> stream) {
    if (!state.closed() || state.undelivered() || state.open() != null || goesOn(state)) {
      return null;
    }
    return stream.stream()
        .filter(stored -> stored.payload() instanceof RequestClosed)
        .map(stored -> stored.header().recordedTime())
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /** A measure that is to be lifted yet, or a paper that is to come: both after the closing. */
  private static boolean goesOn(RequestState state) {
    Confirmation paper = state.confirmation();
    boolean owesPaper =
        state.oral()
            && !state.nothingOwed()
            && paper.recordedAt() == null
            && paper.missedAt() == null;
    return owesPaper || state.items().stream().anyMatch(item -> item.state() == ItemState.IN_FORCE);
  }

  /** Also what a correction only proposed: a rule has to fit whatever was ever said. */
  private static Set<CaseType> caseTypes(List<StoredEvent> stream) {
    Set<CaseType> types = EnumSet.noneOf(CaseType.class);
    payloads(stream)
        .forEach(payload -> {
          if (payload instanceof RequestRecorded recorded) {
            types.add(recorded.caseType());
          } else if (payload instanceof CorrectionPrepared prepared) {
            RecordedChanges changes = prepared.changes();
            if (changes != null && changes.caseType() != null) {
              types.add(changes.caseType());
            }
          }
        });
    return types;
  }

  private static Stream<Object> payloads(List<StoredEvent> stream) {
    return stream.stream().<@Nullable Object>map(StoredEvent::payload).filter(Objects::nonNull);
  }
}
