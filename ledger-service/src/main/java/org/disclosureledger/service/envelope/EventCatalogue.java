package org.disclosureledger.service.envelope;

import java.util.List;

/** The event types of one module. */
@FunctionalInterface
public interface EventCatalogue {
  List<EventBinding> bindings();

  /** How versions no longer written are read. */
  default List<Upcaster> upcasters() {
    return List.of();
  }
}
