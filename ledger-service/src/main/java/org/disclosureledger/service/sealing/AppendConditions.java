package org.disclosureledger.service.sealing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.RecordedWithin;

/**
 * What has to hold under the head lock for a decision to be appended, since it was made outside.
 *
 * @param heads last sequence of each other stream that was read, {@link StreamReads#NONE} of one
 *     without entries
 * @param recordedWithin when all its entries have to be recorded, by each of these
 */
record AppendConditions(Map<StreamId, Long> heads, List<RecordedWithin> recordedWithin) {
  static final AppendConditions NONE = new AppendConditions(Map.of());

  AppendConditions {
    heads = Map.copyOf(heads);
    recordedWithin = List.copyOf(recordedWithin);
  }

  AppendConditions(Map<StreamId, Long> heads) {
    this(heads, List.of());
  }

  /** With what each of these events asks for: an append is all of them or none. */
  AppendConditions of(List<UnsealedEvent> events) {
    return new AppendConditions(
        heads,
        events.stream().map(UnsealedEvent::recordedWithin).filter(Objects::nonNull).toList());
  }
}
