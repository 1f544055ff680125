package org.disclosureledger.service.opening;

import java.util.List;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventCatalogue;
import org.springframework.stereotype.Component;

@Component
class OpeningEvents implements EventCatalogue {
  static final EventBinding LEDGER_OPENED = EventBinding.of("ledger.opened", 1, LedgerOpened.class);

  static final EventBinding SUCCESSOR_OPENED =
      EventBinding.of("ledger.opened", 2, SuccessorOpened.class);

  static final EventBinding KEY_ENROLLED = EventBinding.of("key.enrolled", 1, KeyEnrolled.class);

  static final EventBinding KEY_RETIRED = EventBinding.of("key.retired", 1, KeyRetired.class);

  @Override
  public List<EventBinding> bindings() {
    return List.of(LEDGER_OPENED, SUCCESSOR_OPENED, KEY_ENROLLED, KEY_RETIRED);
  }
}
