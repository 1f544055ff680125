package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.AccessStory.DAY;
import static org.disclosureledger.verifier.conduct.AccessStory.MINUTE;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** Leave to see personal data is given by an approver, for a purpose and a time. */
class GrantTest extends ConductTest {
  private static final UUID GRANT = AccessStory.grant(1);
  private static final Duration LONGEST = Duration.ofDays(366);

  private final Story story = Story.withPolicy();
  private final RequestStory request = story.request().recorded();
  private final AccessStory access = AccessStory.of(request);

  @Test
  void aGrantLastsAYearAtMost() throws Exception {
    access.granted(GRANT, "auditor", null, "AUDIT", story.now().plus(LONGEST));
    passes(story);
    Instant longer = story.now().plus(LONGEST).plusMillis(1);
    access.granted(AccessStory.grant(2), "auditor", null, "AUDIT", longer);
    finds(story, Rule.GRANT_TERMS);
  }

  @Test
  void aGrantIsNotOverWhenItIsGiven() throws Exception {
    Instant decided = story.now().minus(MINUTE).plusMillis(1);
    access.granted(GRANT, "auditor", null, "AUDIT", decided);
    passes(story);
    access.granted(AccessStory.grant(2), "auditor", null, "AUDIT", story.now().minus(MINUTE));
    finds(story, Rule.GRANT_TERMS);
  }

  @Test
  void aGrantIsForAPurposeOfItsRole() throws Exception {
    access.granted(GRANT, "supervisor", null, "AUDIT", story.now().plus(DAY));
    finds(story, Rule.GRANT_TERMS);
  }

  @Test
  void aGrantBearsTheIdOfItsEntry() throws Exception {
    Instant until = story.now().plus(DAY);
    String terms = AccessStory.terms(GRANT, "auditor", null, "AUDIT", until);
    access.add(Person.MINH, "disclosure.granted.v1", terms);
    finds(story, Rule.GRANT_TERMS);
  }

  @Test
  void whatNamesAnotherEntryGrantsNothing() throws Exception {
    access.granted();
    access.revoked(GRANT);
    String terms = AccessStory.terms(GRANT, "auditor", null, "AUDIT", story.now().plus(DAY));
    access.add(Person.MINH, "disclosure.granted.v1", terms);
    access.viewed(Person.HOA, "AUDIT", GRANT);
    assertThat(report(story).findings())
        .extracting("rule")
        .containsExactly(Rule.GRANT_TERMS.id(), Rule.GRANT_NOT_HELD.id());
  }

  @Test
  void nobodyButAnApproverGrants() throws Exception {
    String terms = AccessStory.terms(GRANT, "auditor", null, "AUDIT", story.now().plus(DAY));
    story.naming(GRANT);
    access.add(Person.LAN, "disclosure.granted.v1", terms);
    finds(story, Rule.ROLE_NOT_ALLOWED);
  }

  @Test
  void nobodyButAnApproverRevokes() throws Exception {
    access.granted();
    String data = "{\"grant\":\"" + GRANT + "\",\"reason\":" + Payloads.committed() + "}";
    access.add(Person.HOA, "disclosure.revoked.v1", data);
    finds(story, Rule.ROLE_NOT_ALLOWED);
  }

  @Test
  void theSystemGrantsNothing() throws Exception {
    String terms = AccessStory.terms(GRANT, "auditor", null, "AUDIT", story.now().plus(DAY));
    story.naming(GRANT);
    access.add(Person.TIMER, "disclosure.granted.v1", terms);
    finds(story, Rule.SYSTEM_NOT_A_PERSON);
  }

  @Test
  void noGrantIsOfARequestThatThereIsNot() throws Exception {
    AccessStory.of(story, new UUID(1, 1)).granted();
    finds(story, Rule.ACCESS_SUBJECT);
  }

  @Test
  void differencesAreSeenButNotGranted() throws Exception {
    UUID id = new UUID(0x7000L, 0x8000_0000_0000_0077L);
    story.add("reconciliation/" + id, Person.LAN, "reconciliation.begun.v9", "{}");
    AccessStory differences = AccessStory.of(story, id);
    differences.viewed(Person.LAN, "ANSWERING", null);
    sound(story);
    differences.granted();
    finds(story, Rule.ACCESS_SUBJECT);
  }

  @Test
  void aGrantStandsInAStreamOfItsOwn() throws Exception {
    String terms = AccessStory.terms(GRANT, "auditor", null, "AUDIT", story.now().plus(DAY));
    request.by(Person.MINH, "disclosure.granted.v1", terms);
    finds(story, Rule.EVENT_STREAM);
  }

  @Test
  void moreGrantsThanAReaderKeepsAreNotCheckedRatherThanAccused() throws Exception {
    Instant until = story.now().plus(DAY);
    for (int i = 0; i < AccessState.MOST; i++) {
      access.granted(AccessStory.grant(i), "auditor", null, "AUDIT", until);
    }
    access.viewed(Person.HOA, "AUDIT", AccessStory.grant(0));
    passes(story);
    access.granted(AccessStory.grant(AccessState.MOST), "auditor", null, "AUDIT", until);
    access.viewed(Person.HOA, "AUDIT", AccessStory.grant(1));
    passes(story);
    access.viewed(Person.HOA, "AUDIT", AccessStory.grant(0));
    access.revoked(AccessStory.grant(0));
    GradeResult result = sound(story);
    assertThat(result.status()).isEqualTo(GradeResult.Status.NOT_CHECKED);
    assertThat(result.evidence()).endsWith("2 not checked: 2 uses of grants");
    access.viewed(Person.HOA, "AUDIT", AccessStory.grant(9_999));
    finds(story, Rule.GRANT_NOT_HELD);
    assertThat(report(story).grade(Grade.CONDUCT).status()).isEqualTo(GradeResult.Status.FAIL);
  }

  @Test
  void whatIsOverMakesRoomForOthers() {
    AccessState state = new AccessState();
    Instant now = story.now();
    for (int i = 0; i < 100 * AccessState.MOST; i++) {
      Instant at = now.plusSeconds(i);
      state.grant(granted(i, at.plusSeconds(AccessState.MOST / 2)), at);
      assertThat(state.kept()).isLessThanOrEqualTo(AccessState.MOST);
    }
    assertThat(state.mayBeForgotten(AccessStory.grant(0))).isFalse();
    for (int i = 0; i < 2 * AccessState.MOST; i++) {
      state.grant(granted(1_000_000 + i, Instant.MAX), now);
      assertThat(state.kept()).isLessThanOrEqualTo(AccessState.MOST);
    }
    assertThat(state.mayBeForgotten(AccessStory.grant(1_000_000))).isTrue();
  }

  private static AccessState.Grant granted(int number, Instant until) {
    return new AccessState.Grant(
        AccessStory.grant(number), ActorRole.AUDITOR, null, ViewPurpose.AUDIT, until);
  }
}
