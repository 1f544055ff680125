package org.disclosureledger.service.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.CorrectionListed;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.CorrectionReturned;
import org.disclosureledger.service.sealing.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Which entries of a stream correct which. */
final class CorrectionMarks {
  private final Map<UUID, UUID> corrects = new HashMap<>();
  private final Map<UUID, List<UUID>> correctedBy = new HashMap<>();

  static CorrectionMarks of(List<StoredEvent> stream) {
    CorrectionMarks marks = new CorrectionMarks();
    for (StoredEvent stored : stream) {
      UUID id = stored.header().id();
      switch (stored.payload()) {
        case CorrectionPrepared prepared -> marks.corrects.put(id, prepared.corrects());
        case CorrectionListed listed -> marks.follow(id, listed.prepared());
        case CorrectionApproved approved -> marks.approve(id, approved.prepared());
        case CorrectionReturned returned -> marks.follow(id, returned.prepared());
        case null, default -> {
          // Corrects nothing.
        }
      }
    }
    return marks;
  }

  private @Nullable UUID follow(UUID id, UUID prepared) {
    UUID corrected = corrects.get(prepared);
    if (corrected != null) {
      corrects.put(id, corrected);
    }
    return corrected;
  }

  private void approve(UUID id, UUID prepared) {
    UUID corrected = follow(id, prepared);
    if (corrected != null) {
      correctedBy.computeIfAbsent(corrected, c -> new ArrayList<>()).add(id);
    }
  }

  EventView mark(EventView event) {
    List<UUID> by = correctedBy.get(event.id());
    return event.marked(corrects.get(event.id()), by == null ? null : List.copyOf(by));
  }
}
