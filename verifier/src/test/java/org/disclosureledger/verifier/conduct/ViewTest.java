package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.text;

import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** Whoever looks at personal data leaves a trace beside the request, not in it. */
class ViewTest extends ConductTest {
  private final Story story = Story.withPolicy();
  private final RequestStory request = story.request().recorded();

  static void seen(Story story, Person who, String id, String purpose) {
    String data = object("purpose", text(purpose), "what", text("DETAIL"));
    story.add("access/" + id, who, "record.viewed.v1", data);
  }

  @Test
  void anOfficerLooksAtARequest() throws Exception {
    seen(story, Person.LAN, request.number().toString(), "ANSWERING");
    seen(story, Person.MINH, request.number().toString(), "APPROVING");
    request.verified().accepted();
    passes(story);
  }

  @Test
  void thereIsNothingToSeeOfARequestThatThereIsNot() throws Exception {
    seen(story, Person.LAN, new UUID(1, 1).toString(), "ANSWERING");
    finds(story, Rule.ACCESS_SUBJECT);
  }

  @Test
  void anAuditorNamesAGrant() throws Exception {
    seen(story, Person.HOA, request.number().toString(), "AUDIT");
    finds(story, Rule.GRANT_MISSING);
  }

  @Test
  void anAdministratorSeesNothing() throws Exception {
    seen(story, Person.QUAN, request.number().toString(), "ANSWERING");
    finds(story, Rule.ROLE_NOT_ALLOWED);
  }

  @Test
  void aStreamOfNoIdIsUnreadable() throws Exception {
    seen(story, Person.LAN, "x", "ANSWERING");
    finds(story, Rule.DATA_UNREADABLE);
  }
}
