package org.disclosureledger.service.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventSchemas;
import org.disclosureledger.service.grant.event.DisclosureGranted;
import org.disclosureledger.service.grant.event.DisclosureRevoked;
import org.disclosureledger.service.grant.event.GrantEvents;
import org.disclosureledger.service.grant.event.GrantedRole;
import org.disclosureledger.service.request.EventJson;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.junit.jupiter.api.Test;

class GrantEventsTest {
  private static final UUID ID = new UUID(0x4000L, 1L << 63);
  private static final Instant UNTIL = Instant.parse("2026-12-31T16:59:59.999Z");

  @Test
  void theEventsFitTheirSchemasAndComeBack() {
    EventSchemas.check(
        new GrantEvents(),
        List.of(
            new DisclosureGranted(ID, GrantedRole.AUDITOR, null, ViewPurpose.AUDIT, UNTIL),
            new DisclosureGranted(ID, GrantedRole.SUPERVISOR, ID, ViewPurpose.INSPECTION, UNTIL),
            new DisclosureRevoked(ID, Committed.of("Kết thúc kiểm toán"))),
        "Kết thúc");
  }

  @Test
  void aRoleIsSpelledAsEntriesSpellIt() {
    for (GrantedRole to : GrantedRole.values()) {
      assertThat(EventJson.MAPPER.writeValueAsString(to)).isEqualTo("\"" + to.role().code() + "\"");
    }
  }
}
