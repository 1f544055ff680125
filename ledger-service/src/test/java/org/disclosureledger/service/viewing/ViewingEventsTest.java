package org.disclosureledger.service.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventSchemas;
import org.disclosureledger.service.envelope.Upcaster;
import org.disclosureledger.service.grant.GrantedPurposes;
import org.disclosureledger.service.grant.event.GrantedRole;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.disclosureledger.service.vocabulary.ViewedPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ViewingEventsTest {
  private static final UUID ID = new UUID(0x4000L, 1L << 63);

  @Test
  void theEventsFitTheirSchemasAndComeBack() {
    EventSchemas.check(
        new ViewingEvents(),
        List.of(
            new RecordViewed(ViewPurpose.ANSWERING, ViewedPart.DETAIL, null, null),
            new RecordViewed(ViewPurpose.AUDIT, ViewedPart.DOCUMENT, ID, ID),
            new RecordViewed(ViewPurpose.REGISTER, ViewedPart.CONTACTS, null, null),
            new RecordViewed(ViewPurpose.REGISTER, ViewedPart.OFFICERS, null, null),
            new RecordViewed(ViewPurpose.INSPECTION, ViewedPart.INSPECTION, null, null),
            new RecordViewed(ViewPurpose.SUPERVISION, ViewedPart.DRILL, null, null),
            new RecordViewed(ViewPurpose.COMPLAINT, ViewedPart.NOTICE, null, null),
            new RecordViewed(ViewPurpose.AUDIT, ViewedPart.REPORT, null, null),
            new RecordExported(ViewPurpose.AUDIT, ID, 3),
            new RecordExported(ViewPurpose.COMPLAINT, null, 0)),
        "ai-do");
  }

  /** Every look of an older version, which fits the next one's schema too, and reads as it did. */
  @Test
  void aLookOfAnOlderVersionReadsAsItStands() {
    List<Upcaster> upcasters = new ViewingEvents().upcasters();
    assertThat(upcasters.stream().map(Upcaster::fromType))
        .containsExactly(
            "org.disclosureledger.record.viewed.v1", "org.disclosureledger.record.viewed.v2");
    assertThat(upcasters.getFirst().toType()).isEqualTo(upcasters.getLast().fromType());
    assertThat(upcasters.getLast().toType()).isEqualTo(ViewingEvents.VIEWED.type());
    assertThat(fitting(upcasters.getFirst(), 1)).as("7 purposes of 5 parts").isEqualTo(35);
    assertThat(fitting(upcasters.getLast(), 2)).as("8 purposes of 10 parts").isEqualTo(80);
  }

  private static int fitting(Upcaster upcaster, int version) {
    JsonMapper json = JsonMapper.builder().build();
    Schema older = schema("record.viewed.v" + version);
    Schema next = schema("record.viewed.v" + (version + 1));
    int fitting = 0;
    for (ViewPurpose purpose : ViewPurpose.values()) {
      for (ViewedPart part : ViewedPart.values()) {
        RecordViewed look = new RecordViewed(purpose, part, ID, ID);
        ObjectNode data = json.valueToTree(look);
        if (older.validate(data).isEmpty()) {
          fitting++;
          assertThat(next.validate(data)).isEmpty();
          ObjectNode read = upcaster.data().apply(data.deepCopy());
          assertThat(read).isEqualTo(data);
          assertThat(json.treeToValue(read, RecordViewed.class)).isEqualTo(look);
        }
      }
    }
    return fitting;
  }

  private static Schema schema(String name) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            Objects.requireNonNull(
                ViewingEventsTest.class.getResourceAsStream("/events/" + name + ".schema.json")));
  }

  private static CommandRefused refusal(List<String> said, ActorRole role) {
    return catchThrowableOfType(CommandRefused.class, () -> Purposes.of(said, role));
  }

  /** Every role × purpose: a purpose is taken of its roles, and no list names another's. */
  @ParameterizedTest
  @EnumSource(ActorRole.class)
  void aRoleLooksForItsPurposesAlone(ActorRole role) {
    for (ViewPurpose purpose : ViewPurpose.values()) {
      CommandRefused refused = refusal(List.of(purpose.name()), role);
      if (Purposes.roles(purpose).contains(role)) {
        assertThat(refused).isNull();
        assertThat(Purposes.of(List.of(purpose.name()), role)).isEqualTo(purpose);
      } else {
        assertThat(refused.rule()).isEqualTo(ViewingRule.PURPOSE_NOT_ALLOWED);
        assertThat(refused.getMessage()).doesNotContain(purpose.name());
      }
    }
  }

  @Test
  void aGrantIsForAPurposeThatItsRoleHas() {
    for (GrantedRole to : GrantedRole.values()) {
      assertThat(GrantedPurposes.of(to))
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(ViewPurpose.values())
                  .filter(purpose -> Purposes.roles(purpose).contains(to.role()))
                  .toList());
    }
  }

  @Test
  void whatIsNotSaidOrNoCodeIsRefusedWithTheCodesInBothLanguages() {
    CommandRefused none = refusal(List.of(), ActorRole.LEGAL);
    assertThat(none.rule()).isEqualTo(ViewingRule.PURPOSE_REQUIRED);
    assertThat(none.getMessage())
        .contains("Purpose", "ANSWERING (trả lời yêu cầu · answering the request)")
        .doesNotContain("APPROVING");
    for (List<String> said :
        List.of(
            List.of(""),
            List.of("answering"),
            List.of("ANSWERING", "ANSWERING"),
            List.of("ANSWERING,COMPLAINT"),
            List.of("prefetch"))) {
      assertThat(refusal(said, ActorRole.LEGAL).rule()).isEqualTo(ViewingRule.PURPOSE_UNKNOWN);
    }
  }
}
