package org.disclosureledger.service.report.event;

import java.util.List;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventCatalogue;
import org.springframework.stereotype.Component;

/** The event types of reports. */
@Component
public final class ReportEvents implements EventCatalogue {
  private static final List<EventBinding> BINDINGS =
      List.of(
          EventBinding.of("report.frozen", 1, ReportFrozen.class),
          EventBinding.of("report.listed", 1, ReportListed.class),
          EventBinding.of("report.amended", 1, ReportAmended.class),
          EventBinding.of("report.submitted", 1, ReportSubmitted.class));

  @Override
  public List<EventBinding> bindings() {
    return BINDINGS;
  }
}
