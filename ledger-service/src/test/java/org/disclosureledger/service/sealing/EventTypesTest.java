package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.Upcaster;
import org.junit.jupiter.api.Test;

class EventTypesTest {
  private static final String V1 = GreetedFamily.BOUND_V1.type();
  private static final String V2 = GreetedFamily.BOUND_V2.type();

  private static void refused(
      List<EventBinding> bindings, List<Upcaster> upcasters, Set<String> shipped, String message) {
    assertThatThrownBy(() ->
            new EventTypes(
                List.of(
                    GreetedFamily.catalogue(bindings, List.of()),
                    GreetedFamily.catalogue(List.of(), upcasters)),
                shipped))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aShippedOldVersionThatNothingReadsStopsTheStart() {
    refused(
        List.of(GreetedFamily.BOUND_V3),
        List.of(GreetedFamily.V2_TO_V3),
        Set.of(V1, V2, GreetedFamily.BOUND_V3.type()),
        "neither bound nor upcast, yet shipped: [" + V1 + "]");
  }

  @Test
  void anOldVersionMayStayBoundAndAnUnknownEventMayBeShipped() {
    EventTypes types =
        new EventTypes(
            List.of(
                GreetedFamily.catalogue(
                    List.of(GreetedFamily.BOUND_V1, GreetedFamily.BOUND_V3),
                    List.of(GreetedFamily.V2_TO_V3))),
            Set.of(V1, V2, "org.disclosureledger.test.other.v1"));

    assertThat(types.reading(V1).orElseThrow().steps()).isEmpty();
    assertThat(types.reading(V2).orElseThrow().steps()).hasSize(1);
    assertThat(types.reading("org.disclosureledger.test.other.v1")).isEmpty();
  }

  @Test
  void aChainEndsAtABoundVersion() {
    refused(
        List.of(GreetedFamily.BOUND_V3),
        List.of(GreetedFamily.V1_TO_V2),
        Set.of(),
        V1 + " is upcast to " + V2 + ", which is not bound");
  }

  @Test
  void aVersionIsReadInOneWayOnly() {
    refused(
        List.of(GreetedFamily.BOUND_V1, GreetedFamily.BOUND_V2),
        List.of(GreetedFamily.V1_TO_V2),
        Set.of(),
        "both bound and upcast: " + V1);
    refused(
        List.of(GreetedFamily.BOUND_V2),
        List.of(GreetedFamily.V1_TO_V2, GreetedFamily.V1_TO_V2),
        Set.of(),
        "upcast twice: " + V1);
    refused(
        List.of(GreetedFamily.BOUND_V1, GreetedFamily.BOUND_V1),
        List.of(),
        Set.of(),
        "bound twice");
  }

  @Test
  void anUpcasterLeadsToANewerVersionOfTheSameEvent() {
    refused(
        List.of(GreetedFamily.BOUND_V1),
        List.of(new Upcaster(V2, V1, data -> data)),
        Set.of(),
        V1 + " is no newer version of " + V2);
    refused(
        List.of(Noted.BINDING),
        List.of(new Upcaster(V1, Noted.BINDING.type(), data -> data)),
        Set.of(),
        "is no newer version of " + V1);
  }

  @Test
  void theSchemasOnTheClassPathAreTheShippedTypes() {
    assertThat(ShippedTypes.onClassPath())
        .contains(
            "org.disclosureledger.request.recorded.v1", "org.disclosureledger.ledger.opened.v1");
  }
}
