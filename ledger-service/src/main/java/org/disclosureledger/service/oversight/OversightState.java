package org.disclosureledger.service.oversight;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.oversight.event.DrillRecorded;
import org.disclosureledger.service.oversight.event.InspectionRecorded;
import org.disclosureledger.service.oversight.event.NoticeForwarded;
import org.disclosureledger.service.oversight.event.NoticeRecorded;
import org.disclosureledger.service.oversight.event.OversightCorrectionApproved;
import org.disclosureledger.service.oversight.event.OversightCorrectionPrepared;
import org.disclosureledger.service.oversight.event.OversightCorrectionReturned;
import org.disclosureledger.service.oversight.event.OversightEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one inspection, drill or voluntary report amount to, as far as deciding asks.
 *
 * @param lastSequence of the stream, -1 before the first event
 * @param recorded event id of the entry that recorded it; in old streams, which may hold several,
 *     of the last
 * @param open the correction that waits for its second person
 * @param forwardedTo codes of the agencies that a voluntary report went to
 */
record OversightState(
    long lastSequence, @Nullable UUID recorded, @Nullable Open open, Set<String> forwardedTo) {
  static final OversightState EMPTY = new OversightState(-1, null, null, Set.of());

  /**
   * @param prepared event id of the {@code oversight.correction.prepared}
   */
  record Open(UUID prepared, Actor preparer) {}

  boolean exists() {
    return lastSequence >= 0;
  }

  /** Never refuses: what stands in the ledger is read, whatever rules held when it was written. */
  OversightState evolve(OversightEvent event, EventHeader header) {
    return switch (event) {
      case InspectionRecorded unused -> recorded(header);
      case DrillRecorded unused -> recorded(header);
      case NoticeRecorded unused -> recorded(header);
      case NoticeForwarded forwarded -> {
        Set<String> agencies = new HashSet<>(forwardedTo);
        agencies.add(forwarded.agency());
        yield new OversightState(header.sequence(), recorded, open, Set.copyOf(agencies));
      }
      case OversightCorrectionPrepared unused ->
          waiting(header, new Open(header.id(), header.actor()));
      case OversightCorrectionApproved approved -> decided(header, approved.prepared());
      case OversightCorrectionReturned returned -> decided(header, returned.prepared());
    };
  }

  private OversightState recorded(EventHeader header) {
    return new OversightState(header.sequence(), header.id(), open, forwardedTo);
  }

  private OversightState waiting(EventHeader header, @Nullable Open waits) {
    return new OversightState(header.sequence(), recorded, waits, forwardedTo);
  }

  private OversightState decided(EventHeader header, UUID prepared) {
    return waiting(header, open != null && open.prepared().equals(prepared) ? null : open);
  }
}
