package org.disclosureledger.service.opening;

import java.util.List;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventCatalogue;
import org.springframework.stereotype.Component;

@Component
class OpeningEvents implements EventCatalogue {
  static final EventBinding LEDGER_OPENED = EventBinding.of("ledger.opened", 1, LedgerOpened.class);

  @Override
  public List<EventBinding> bindings() {
    return List.of(LEDGER_OPENED);
  }
}
