package org.disclosureledger.service.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventSchemas;
import org.disclosureledger.service.grant.GrantedPurposes;
import org.disclosureledger.service.grant.event.GrantedRole;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.disclosureledger.service.vocabulary.ViewedPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewingEventsTest {
  private static final UUID ID = new UUID(0x4000L, 1L << 63);

  @Test
  void theEventsFitTheirSchemasAndComeBack() {
    EventSchemas.check(
        new ViewingEvents(),
        List.of(
            new RecordViewed(ViewPurpose.ANSWERING, ViewedPart.DETAIL, null, null),
            new RecordViewed(ViewPurpose.AUDIT, ViewedPart.DOCUMENT, ID, ID),
            new RecordExported(ViewPurpose.AUDIT, ID, 3),
            new RecordExported(ViewPurpose.COMPLAINT, null, 0)),
        "ai-do");
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
