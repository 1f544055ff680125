package org.disclosureledger.verifier.conduct;

import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** The officers of an agency stand in our register once each, until they are retired. */
class OfficerTest extends ConductTest {
  private static final UUID OFFICER = new UUID(0x4000L, 0x8000_0000_0000_00e1L);
  private static final UUID ANOTHER = new UUID(0x4000L, 0x8000_0000_0000_00e2L);

  private final Story story = registered();

  private void officer(String how, String data) {
    story.add(AgencyRegister.subject(Demand.AGENCY), Person.QUAN, "officer." + how + ".v1", data);
  }

  @Test
  void anOfficerIsNotRegisteredTwice() throws Exception {
    officer("registered", Payloads.officer(OFFICER));
    officer("registered", Payloads.officer(OFFICER));
    finds(story, Rule.REGISTER_ORDER);
  }

  @Test
  void twoOfficersAreRegisteredOnceEach() throws Exception {
    officer("registered", Payloads.officer(OFFICER));
    officer("registered", Payloads.officer(ANOTHER));
    passes(story);
  }

  @Test
  void anOfficerIsRegisteredAnewOnceRetired() throws Exception {
    officer("registered", Payloads.officer(OFFICER));
    officer("retired", Payloads.officerRetired(OFFICER));
    officer("registered", Payloads.officer(OFFICER));
    passes(story);
  }

  @Test
  void anOfficerIsNotRetiredTwice() throws Exception {
    officer("registered", Payloads.officer(OFFICER));
    officer("retired", Payloads.officerRetired(OFFICER));
    officer("retired", Payloads.officerRetired(OFFICER));
    finds(story, Rule.REGISTER_ORDER);
  }

  @Test
  void anOfficerNeverRegisteredIsNotRetired() throws Exception {
    officer("registered", Payloads.officer(OFFICER));
    officer("retired", Payloads.officerRetired(ANOTHER));
    finds(story, Rule.REGISTER_ORDER);
  }
}
