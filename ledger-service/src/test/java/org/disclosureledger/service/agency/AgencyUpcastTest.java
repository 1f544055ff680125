package org.disclosureledger.service.agency;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.disclosureledger.service.agency.event.AgencyAmended;
import org.disclosureledger.service.agency.event.AgencyEvent;
import org.disclosureledger.service.agency.event.AgencyEvents;
import org.disclosureledger.service.agency.event.AgencyRegistered;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.Upcaster;
import org.disclosureledger.service.request.EventJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Entries of the first version stay as they were signed, and name no province. */
class AgencyUpcastTest {
  private static final String PREFIX = "org.disclosureledger.";
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @Test
  void anAgencyOfVersionOneIsInNoProvince() throws IOException {
    AgencyRegistered today =
        (AgencyRegistered) AgencyStory.events(List.of(AgencyStory.register())).getFirst();
    AgencyRegistered read = (AgencyRegistered) read("agency.registered", today);
    assertThat(read.province()).isNull();
    assertThat(read.code()).isEqualTo(today.code());
    assertThat(read.nameVi()).isEqualTo(today.nameVi());
    assertThat(read.validFrom()).isEqualTo(today.validFrom());
  }

  @Test
  void anAmendmentOfVersionOneNamesNoneEither() throws IOException {
    AgencyAmended today =
        new AgencyAmended(
            AgencyStory.register().kind(),
            AgencyStory.PROVINCE,
            AgencyStory.NAME,
            "Police of Vi Du",
            AgencyStory.FOUNDED,
            AgencyStory.FOUNDED.plusYears(2));
    AgencyAmended read = (AgencyAmended) read("agency.amended", today);
    assertThat(read.province()).isNull();
    assertThat(read.nameEn()).isEqualTo(today.nameEn());
    assertThat(read.validUntil()).isEqualTo(today.validUntil());
  }

  /** What is written today, without its province, as an entry of version 1 would be read. */
  private static AgencyEvent read(String name, AgencyEvent today) throws IOException {
    ObjectNode second = EventJson.MAPPER.valueToTree(today);
    assertThat(fits(name + ".v2", second)).isTrue();
    assertThat(fits(name + ".v1", second)).isFalse();
    ObjectNode first = second.deepCopy();
    first.remove("province");
    assertThat(fits(name + ".v1", first)).isTrue();

    AgencyEvents events = new AgencyEvents();
    Upcaster upcaster =
        events.upcasters().stream()
            .filter(each -> each.fromType().equals(PREFIX + name + ".v1"))
            .findFirst()
            .orElseThrow();
    ObjectNode upcast = upcaster.data().apply(first.deepCopy());
    assertThat(fits(name + ".v2", upcast)).isTrue();
    EventBinding binding =
        events.bindings().stream()
            .filter(each -> each.type().equals(upcaster.toType()))
            .findFirst()
            .orElseThrow();
    return (AgencyEvent) EventJson.MAPPER.treeToValue(upcast, binding.payload());
  }

  private static boolean fits(String name, JsonNode data) throws IOException {
    String resource = "/events/" + name + ".schema.json";
    try (InputStream stream = AgencyUpcastTest.class.getResourceAsStream(resource)) {
      assertThat(stream).as(resource).isNotNull();
      return REGISTRY.getSchema(EventJson.MAPPER.readTree(stream)).validate(data).isEmpty();
    }
  }
}
