package org.disclosureledger.service.oversight.event;

import java.util.List;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventCatalogue;
import org.springframework.stereotype.Component;

/** The event types of inspections, drills and voluntary reports. */
@Component
public final class OversightEvents implements EventCatalogue {
  private static final List<EventBinding> BINDINGS =
      List.of(
          EventBinding.of("inspection.recorded", 1, InspectionRecorded.class),
          EventBinding.of("drill.recorded", 1, DrillRecorded.class),
          EventBinding.of("notice.recorded", 1, NoticeRecorded.class),
          EventBinding.of("notice.forwarded", 1, NoticeForwarded.class),
          EventBinding.of("oversight.correction.prepared", 1, OversightCorrectionPrepared.class),
          EventBinding.of("oversight.correction.approved", 1, OversightCorrectionApproved.class),
          EventBinding.of("oversight.correction.returned", 1, OversightCorrectionReturned.class));

  @Override
  public List<EventBinding> bindings() {
    return BINDINGS;
  }
}
