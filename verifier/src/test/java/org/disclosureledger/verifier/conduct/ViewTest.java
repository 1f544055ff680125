package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.AccessStory.DAY;
import static org.disclosureledger.verifier.conduct.AccessStory.MINUTE;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** Whoever looks at personal data leaves a trace beside the request, not in it. */
class ViewTest extends ConductTest {
  private static final UUID GRANT = AccessStory.grant(1);

  private final Story story = Story.withPolicy();
  private final RequestStory request = story.request().recorded();
  private final AccessStory access = AccessStory.of(request);

  @Test
  void anOfficerLooksAtARequest() throws Exception {
    access.viewed(Person.LAN, "ANSWERING", null);
    access.viewed(Person.MINH, "APPROVING", null);
    access.exported(Person.MINH, "COMPLAINT", null);
    request.verified().accepted();
    passes(story);
  }

  @Test
  void thereIsNothingToSeeOfARequestThatThereIsNot() throws Exception {
    AccessStory.of(story, new UUID(1, 1)).viewed(Person.LAN, "ANSWERING", null);
    finds(story, Rule.ACCESS_SUBJECT);
  }

  @Test
  void anAdministratorSeesNothing() throws Exception {
    access.viewed(Person.QUAN, "ANSWERING", null);
    finds(story, Rule.ROLE_NOT_ALLOWED);
  }

  @Test
  void aStreamOfNoIdIsUnreadable() throws Exception {
    story.add(
        "access/x", Person.LAN, "record.viewed.v1", "{\"purpose\":\"AUDIT\",\"what\":\"DETAIL\"}");
    finds(story, Rule.DATA_UNREADABLE);
  }

  @Test
  void anAuditorAndASupervisorLookByAGrant() throws Exception {
    access.granted();
    access.granted(
        AccessStory.grant(2), "supervisor", Person.THU, "INSPECTION", story.now().plus(DAY));
    access.viewed(Person.HOA, "AUDIT", GRANT);
    access.exported(Person.HOA, "AUDIT", GRANT);
    access.viewed(Person.THU, "INSPECTION", AccessStory.grant(2));
    access.revoked(GRANT);
    access.exported(Person.THU, "INSPECTION", AccessStory.grant(2));
    passes(story);
  }

  @Test
  void anAuditorNamesAGrant() throws Exception {
    access.granted();
    access.viewed(Person.HOA, "AUDIT", null);
    finds(story, Rule.GRANT_MISSING);
  }

  @Test
  void aSupervisorNamesAGrantToo() throws Exception {
    access.exported(Person.THU, "SUPERVISION", null);
    finds(story, Rule.GRANT_MISSING);
  }

  @Test
  void nobodyMakesUpAGrant() throws Exception {
    access.granted();
    access.viewed(Person.HOA, "AUDIT", AccessStory.grant(2));
    finds(story, Rule.GRANT_NOT_HELD);
  }

  @Test
  void aGrantIsOfItsRequestAlone() throws Exception {
    access.granted();
    AccessStory.of(story.request().recorded()).viewed(Person.HOA, "AUDIT", GRANT);
    finds(story, Rule.GRANT_NOT_HELD);
  }

  @Test
  void aGrantIsOfItsRoleAlone() throws Exception {
    access.granted(GRANT, "auditor", null, "INSPECTION", story.now().plus(DAY));
    access.viewed(Person.THU, "INSPECTION", GRANT);
    finds(story, Rule.GRANT_NOT_HELD);
  }

  @Test
  void aGrantToAPersonIsOfNobodyElse() throws Exception {
    access.granted(GRANT, "supervisor", Person.THU, "INSPECTION", story.now().plus(DAY));
    access.viewed(Person.THAO.as(Person.THU.role()), "INSPECTION", GRANT);
    finds(story, Rule.GRANT_NOT_HELD);
  }

  @Test
  void aGrantIsForItsPurposeAlone() throws Exception {
    access.granted();
    access.viewed(Person.HOA, "INSPECTION", GRANT);
    finds(story, Rule.GRANT_NOT_HELD);
  }

  @Test
  void anOfficerHasNoUseForAGrant() throws Exception {
    access.granted();
    access.viewed(Person.LAN, "INSPECTION", GRANT);
    finds(story, Rule.GRANT_NOT_HELD);
  }

  @Test
  void aGrantLastsAsLongAsItSays() throws Exception {
    Instant until = story.now().plus(DAY);
    access.granted(GRANT, "auditor", null, "AUDIT", until);
    story.later(DAY.plus(MINUTE).minusSeconds(1));
    access.viewed(Person.HOA, "AUDIT", GRANT);
    passes(story);
    access.exported(Person.HOA, "AUDIT", GRANT);
    finds(story, Rule.GRANT_NOT_HELD);
  }

  @Test
  void whatIsRevokedIsHeldByNobody() throws Exception {
    access.granted();
    access.revoked(GRANT);
    access.viewed(Person.HOA, "AUDIT", GRANT);
    finds(story, Rule.GRANT_NOT_HELD);
  }

  @Test
  void whatDoesNotStandIsNotRevoked() throws Exception {
    access.granted();
    access.revoked(GRANT);
    access.revoked(GRANT);
    finds(story, Rule.GRANT_NOT_HELD);
  }

  @Test
  void whatIsOverIsNotRevoked() throws Exception {
    access.granted();
    story.later(DAY.plus(MINUTE));
    access.revoked(GRANT);
    finds(story, Rule.GRANT_NOT_HELD);
  }

  @Test
  void approvingIsNoWorkOfALegalOfficers() throws Exception {
    access.viewed(Person.LAN, "APPROVING", null);
    finds(story, Rule.PURPOSE_OF_ROLE);
  }

  @Test
  void answeringIsNoWorkOfAnAuditors() throws Exception {
    access.granted();
    access.exported(Person.MINH, "AUDIT", null);
    finds(story, Rule.PURPOSE_OF_ROLE);
  }

  @Test
  void anUnknownTypeMayHaveGrantedButNotMadeItAnothersWork() throws Exception {
    access.add(Person.MINH, "disclosure.lent.v1", "{}");
    access.viewed(Person.HOA, "AUDIT", GRANT);
    sound(story);
    access.viewed(Person.LAN, "APPROVING", null);
    finds(story, Rule.PURPOSE_OF_ROLE);
  }
}
