package org.disclosureledger.service.reconciliation.event;

import java.util.List;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventCatalogue;
import org.springframework.stereotype.Component;

/** The event types of reconciliations. */
@Component
public final class ReconciliationEvents implements EventCatalogue {
  private static final List<EventBinding> BINDINGS =
      List.of(EventBinding.of("reconciliation.recorded", 1, ReconciliationRecorded.class));

  @Override
  public List<EventBinding> bindings() {
    return BINDINGS;
  }
}
