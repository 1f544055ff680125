package org.disclosureledger.service.sealing;

import java.util.List;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventCatalogue;
import org.disclosureledger.service.envelope.Upcaster;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event that changed twice: v2 adds {@code route}, v3 renames {@code text} to {@code greeting}
 * and moves the committed name into {@code who}.
 */
final class GreetedFamily {
  private GreetedFamily() {}

  record V1(String text, Committed<String> name) {}

  record V2(String text, String route, Committed<String> name) {}

  record Who(Committed<String> name) {}

  record V3(String greeting, String route, Who who) {}

  static final EventBinding BOUND_V1 = EventBinding.of("test.greeted", 1, V1.class);
  static final EventBinding BOUND_V2 = EventBinding.of("test.greeted", 2, V2.class);
  static final EventBinding BOUND_V3 = EventBinding.of("test.greeted", 3, V3.class);

  static final Upcaster V1_TO_V2 =
      Upcaster.of("test.greeted", 1, data -> data.put("route", "DIRECT"));
  static final Upcaster V2_TO_V3 =
      Upcaster.of(
          "test.greeted",
          2,
          data -> {
            data.set("greeting", data.remove("text"));
            ObjectNode who = data.objectNode();
            who.set("name", data.remove("name"));
            data.set("who", who);
            return data;
          });

  /** The service as it is today: writes v3, reads all three. */
  static EventCatalogue today() {
    return catalogue(List.of(BOUND_V3), List.of(V1_TO_V2, V2_TO_V3));
  }

  static EventCatalogue catalogue(List<EventBinding> bindings, List<Upcaster> upcasters) {
    return new EventCatalogue() {
      @Override
      public List<EventBinding> bindings() {
        return bindings;
      }

      @Override
      public List<Upcaster> upcasters() {
        return upcasters;
      }
    };
  }
}
