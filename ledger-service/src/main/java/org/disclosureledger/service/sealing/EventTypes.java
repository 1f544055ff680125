package org.disclosureledger.service.sealing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventCatalogue;

/** All event types that this service writes and reads. */
final class EventTypes {
  private final Map<String, EventBinding> byType = new HashMap<>();
  private final Map<Class<?>, EventBinding> byClass = new HashMap<>();

  EventTypes(List<EventCatalogue> catalogues) {
    for (EventCatalogue catalogue : catalogues) {
      for (EventBinding binding : catalogue.bindings()) {
        if (byType.put(binding.type(), binding) != null
            || byClass.put(binding.payload(), binding) != null) {
          throw new IllegalStateException("bound twice: " + binding);
        }
      }
    }
  }

  EventBinding of(Class<?> payload) {
    EventBinding binding = byClass.get(payload);
    if (binding == null) {
      throw new IllegalArgumentException("no event type is bound to " + payload.getName());
    }
    return binding;
  }

  Optional<EventBinding> of(String type) {
    return Optional.ofNullable(byType.get(type));
  }
}
