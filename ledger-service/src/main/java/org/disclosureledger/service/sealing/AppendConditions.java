package org.disclosureledger.service.sealing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.RecordedWithin;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold under the head lock for a decision to be appended, since it was made outside.
 *
 * @param heads last sequence of each other stream that was read, {@link StreamReads#NONE} of one
 *     without entries
 * @param recordedWithin by when all its entries have to be recorded, or {@code null}
 */
record AppendConditions(Map<StreamId, Long> heads, @Nullable RecordedWithin recordedWithin) {
  static final AppendConditions NONE = new AppendConditions(Map.of());

  AppendConditions {
    heads = Map.copyOf(heads);
  }

  AppendConditions(Map<StreamId, Long> heads) {
    this(heads, null);
  }

  /** With the earliest limit of these events: an append is all of them or none. */
  AppendConditions of(List<UnsealedEvent> events) {
    RecordedWithin earliest =
        events.stream()
            .map(UnsealedEvent::recordedWithin)
            .filter(Objects::nonNull)
            .min(Comparator.comparing(RecordedWithin::limit))
            .orElse(null);
    return new AppendConditions(heads, earliest);
  }
}
