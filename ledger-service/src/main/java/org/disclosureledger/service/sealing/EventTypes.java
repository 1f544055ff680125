package org.disclosureledger.service.sealing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventCatalogue;
import org.disclosureledger.service.envelope.Upcaster;
import org.jspecify.annotations.Nullable;

/** All event types that this service writes, and those it reads through upcasters. */
final class EventTypes {
  private final Map<String, Upcasting> byType = new HashMap<>();
  private final Map<Class<?>, EventBinding> byClass = new HashMap<>();
  private final Set<String> numbered = new HashSet<>();

  /**
   * @param shipped types that a ledger may hold; a version older than the one written must be
   *     readable
   * @throws IllegalStateException when a type is bound twice, or an old version cannot be read
   */
  EventTypes(List<EventCatalogue> catalogues, Set<String> shipped) {
    Map<String, EventBinding> bound = new HashMap<>();
    Map<String, Upcaster> upcasters = new HashMap<>();
    for (EventCatalogue catalogue : catalogues) {
      for (EventBinding binding : catalogue.bindings()) {
        if (bound.put(binding.type(), binding) != null
            || byClass.put(binding.payload(), binding) != null) {
          throw new IllegalStateException("bound twice: " + binding);
        }
      }
      for (Upcaster upcaster : catalogue.upcasters()) {
        requireNewer(upcaster);
        if (upcasters.put(upcaster.fromType(), upcaster) != null) {
          throw new IllegalStateException("upcast twice: " + upcaster.fromType());
        }
      }
    }
    bound.forEach((type, binding) -> byType.put(type, new Upcasting(List.of(), binding)));
    upcasters.keySet().forEach(type -> byType.put(type, chain(type, bound, upcasters)));
    requireReadable(shipped);
    catalogues.forEach(catalogue -> catalogue.numbered().forEach(this::number));
  }

  /** Only types that are written need be known here: numbers are given at the append. */
  private void number(String name) {
    List<String> types =
        byClass.values().stream()
            .map(EventBinding::type)
            .filter(type -> EventVersion.of(type).event().equals("org.disclosureledger." + name))
            .toList();
    if (types.isEmpty()) {
      throw new IllegalStateException("numbered, yet not bound: " + name);
    }
    numbered.addAll(types);
  }

  private static void requireNewer(Upcaster upcaster) {
    EventVersion from = EventVersion.of(upcaster.fromType());
    EventVersion to = EventVersion.of(upcaster.toType());
    // A greater version each step: no chain can run in a circle.
    if (!to.event().equals(from.event()) || to.version() <= from.version()) {
      throw new IllegalStateException(
          upcaster.toType() + " is no newer version of " + upcaster.fromType());
    }
  }

  private static Upcasting chain(
      String type, Map<String, EventBinding> bound, Map<String, Upcaster> upcasters) {
    if (bound.containsKey(type)) {
      throw new IllegalStateException("both bound and upcast: " + type);
    }
    List<Upcaster> steps = new ArrayList<>();
    String reached = type;
    EventBinding binding = null;
    while (binding == null) {
      Upcaster step = upcasters.get(reached);
      if (step == null) {
        throw new IllegalStateException(type + " is upcast to " + reached + ", which is not bound");
      }
      steps.add(step);
      reached = step.toType();
      binding = bound.get(reached);
    }
    return new Upcasting(List.copyOf(steps), binding);
  }

  private void requireReadable(Set<String> shipped) {
    Map<String, Integer> written = new HashMap<>();
    for (EventBinding binding : byClass.values()) {
      EventVersion version = EventVersion.of(binding.type());
      written.merge(version.event(), version.version(), Math::max);
    }
    Set<String> unread = new TreeSet<>();
    for (String type : shipped) {
      EventVersion version = EventVersion.of(type);
      @Nullable Integer newest = written.get(version.event());
      if (newest != null && version.version() < newest && !byType.containsKey(type)) {
        unread.add(type);
      }
    }
    if (!unread.isEmpty()) {
      throw new IllegalStateException("neither bound nor upcast, yet shipped: " + unread);
    }
  }

  EventBinding of(Class<?> payload) {
    EventBinding binding = byClass.get(payload);
    if (binding == null) {
      throw new IllegalArgumentException("no event type is bound to " + payload.getName());
    }
    return binding;
  }

  /** Whether entries of this type get register numbers. */
  boolean isNumbered(String type) {
    return numbered.contains(type);
  }

  /** How entries of this type are read; empty for a type unknown here. */
  Optional<Upcasting> reading(String type) {
    return Optional.ofNullable(byType.get(type));
  }
}
