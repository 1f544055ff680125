package org.disclosureledger.service.envelope;

import java.util.List;
import java.util.Set;

/** The event types of one module. */
@FunctionalInterface
public interface EventCatalogue {
  List<EventBinding> bindings();

  /**
   * Events whose entries get register numbers, whatever their version, e.g. {@code
   * request.recorded}.
   */
  default Set<String> numbered() {
    return Set.of();
  }

  /** How versions no longer written are read. */
  default List<Upcaster> upcasters() {
    return List.of();
  }
}
