package org.disclosureledger.service.sealing;

import java.util.List;
import java.util.Set;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventCatalogue;

/** An event of the tests' own, numbered: something clear and something committed. */
record Noted(String text, Committed<String> secret) {
  static final EventBinding BINDING = EventBinding.of("test.noted", 1, Noted.class);

  /** The tests' own events. */
  static final class Events implements EventCatalogue {
    @Override
    public List<EventBinding> bindings() {
      return List.of(
          BINDING,
          Remarked.BINDING,
          Sought.BINDING,
          Sought.Proposed.BINDING,
          Sought.Listed.BINDING,
          Sought.Approved.BINDING,
          Sought.Returned.BINDING);
    }

    @Override
    public Set<String> numbered() {
      return Set.of("test.noted");
    }
  }
}
