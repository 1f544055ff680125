package org.disclosureledger.service.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.form.FormRule;
import org.disclosureledger.service.grant.command.GrantCommand;
import org.disclosureledger.service.grant.command.GrantDisclosure;
import org.disclosureledger.service.grant.command.RevokeGrant;
import org.disclosureledger.service.grant.event.DisclosureGranted;
import org.disclosureledger.service.grant.event.DisclosureRevoked;
import org.disclosureledger.service.grant.event.GrantEvent;
import org.disclosureledger.service.grant.event.GrantedRole;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrantDecisionTest {
  private static final UUID REQUEST = UUID.fromString("01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f");
  private static final UUID GRANT = UUID.fromString("01990a3c-0000-7d21-9c44-0a1b2c3d4e5f");
  private static final UUID PERSON = new UUID(0x4000L, 0x8000_0000_0000_0001L);
  private static final Actor APPROVER = Actor.of(new UUID(0x4000L, 0x8000_0000_0000_0002L));
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00.123Z");
  private static final GrantFacts FACTS = new GrantFacts(7, false, false);

  private Grants grants = Grants.NONE;

  private static CommandContext at(Instant now, ActorRole role, UUID id) {
    return new CommandContext("demo", APPROVER, role, now, () -> id, null);
  }

  private static GrantDisclosure grant(
      GrantedRole to, @Nullable UUID actor, ViewPurpose purpose, Instant until) {
    return new GrantDisclosure(REQUEST, to, actor, purpose, until);
  }

  private static GrantDisclosure audit(Instant until) {
    return grant(GrantedRole.AUDITOR, null, ViewPurpose.AUDIT, until);
  }

  private static RevokeGrant revoke(UUID grant) {
    return new RevokeGrant(REQUEST, grant, "Kết thúc kiểm toán");
  }

  private ProposedEvent<GrantEvent> decide(GrantCommand command, Instant now) {
    return grants.decide(FACTS, command, null, at(now, ActorRole.APPROVER, GRANT));
  }

  private GrantEvent given(GrantCommand command, Instant now) {
    ProposedEvent<GrantEvent> proposed = decide(command, now);
    grants = grants.evolve(proposed.event(), header(proposed.id(), now));
    return proposed.event();
  }

  private EventHeader header(UUID id, Instant now) {
    return new EventHeader(
        id,
        "demo",
        new StreamId("access/" + REQUEST),
        "any",
        now,
        now,
        APPROVER,
        ActorRole.APPROVER,
        null,
        grants.all().size(),
        0,
        0);
  }

  private static void refused(RefusalRule rule, Runnable decision) {
    CommandRefused refused = catchThrowableOfType(CommandRefused.class, decision::run);
    assertThat(refused).as(rule.code()).isNotNull();
    assertThat(refused.rule()).isEqualTo(rule);
  }

  @Test
  void aGrantStandsForItsRoleFromItsEntryOnUntilShortlyBeforeItsEnd() {
    Instant until = NOW.plus(Duration.ofDays(30));
    assertThat(given(audit(until), NOW))
        .isEqualTo(
            new DisclosureGranted(GRANT, GrantedRole.AUDITOR, null, ViewPurpose.AUDIT, until));
    Grant grant = grants.find(GRANT).orElseThrow();
    assertThat(grant.grantedAt()).isEqualTo(NOW);
    assertThat(grant.by()).isEqualTo(APPROVER);
    assertThat(grant.isOf(ActorRole.AUDITOR, Actor.of(PERSON))).isTrue();
    assertThat(grant.isOf(ActorRole.SUPERVISOR, Actor.of(PERSON))).isFalse();
    assertThat(grant.standsAt(NOW)).isTrue();
    assertThat(grant.standsAt(until.minus(Grant.TAIL))).isTrue();
    assertThat(grant.standsAt(until.minus(Grant.TAIL).plusMillis(1))).isFalse();
  }

  @Test
  void whatNamesAnotherEntryGrantsNothing() {
    UUID other = UUID.fromString("01990a3c-0001-7d21-9c44-0a1b2c3d4e5f");
    grants = grants.evolve(decide(audit(NOW.plusSeconds(600)), NOW).event(), header(other, NOW));
    assertThat(grants.all()).isEmpty();
    given(audit(NOW.plusSeconds(600)), NOW);
    assertThat(grants.all()).hasSize(1);
  }

  @Test
  void aGrantToOnePersonIsNobodyElses() {
    given(grant(GrantedRole.AUDITOR, PERSON, ViewPurpose.AUDIT, NOW.plusSeconds(600)), NOW);
    Grant grant = grants.find(GRANT).orElseThrow();
    assertThat(grant.isOf(ActorRole.AUDITOR, Actor.of(PERSON))).isTrue();
    assertThat(grant.isOf(ActorRole.AUDITOR, APPROVER)).isFalse();
    assertThat(grant.isOf(ActorRole.SUPERVISOR, Actor.of(PERSON))).isFalse();
  }

  @Test
  void whatIsRevokedIsOverAtOnceAndNotRevokedTwice() {
    given(audit(NOW.plus(Duration.ofDays(1))), NOW);
    Instant later = NOW.plusSeconds(60);
    assertThat(given(revoke(GRANT), later))
        .isEqualTo(new DisclosureRevoked(GRANT, Committed.of("Kết thúc kiểm toán")));
    assertThat(grants.find(GRANT).orElseThrow().revokedAt()).isEqualTo(later);
    assertThat(grants.find(GRANT).orElseThrow().standsAt(later)).isFalse();
    refused(GrantRule.GRANT_OVER, () -> decide(revoke(GRANT), later));
  }

  @Test
  void onlyAGrantOfThisRequestThatStandsIsRevoked() {
    refused(GrantRule.GRANT_NOT_FOUND, () -> decide(revoke(GRANT), NOW));
    Instant until = NOW.plusSeconds(600);
    given(audit(until), NOW);
    refused(GrantRule.GRANT_OVER, () -> decide(revoke(GRANT), until));
  }

  @Test
  void aGrantLastsFromAMinuteTo366Days() {
    refused(GrantRule.GRANT_TOO_SHORT, () -> decide(audit(NOW), NOW));
    refused(
        GrantRule.GRANT_TOO_SHORT,
        () -> decide(audit(NOW.plus(Grants.SHORTEST).minusMillis(1)), NOW));
    refused(
        GrantRule.GRANT_TOO_LONG, () -> decide(audit(NOW.plus(Grants.LONGEST).plusMillis(1)), NOW));
    decide(audit(NOW.plus(Grants.SHORTEST)), NOW);
    decide(audit(NOW.plus(Grants.LONGEST)), NOW);
  }

  /** Every role × purpose, against the contract's table. */
  @Test
  void aRoleIsLetInForItsOwnPurposesAlone() {
    for (GrantedRole to : GrantedRole.values()) {
      for (ViewPurpose purpose : ViewPurpose.values()) {
        boolean allowed =
            purpose == ViewPurpose.INSPECTION
                || (to == GrantedRole.AUDITOR && purpose == ViewPurpose.AUDIT)
                || (to == GrantedRole.SUPERVISOR && purpose == ViewPurpose.SUPERVISION);
        GrantDisclosure command = grant(to, null, purpose, NOW.plusSeconds(600));
        if (allowed) {
          decide(command, NOW);
        } else {
          refused(GrantRule.GRANT_PURPOSE_NOT_OF_ROLE, () -> decide(command, NOW));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = ActorRole.class, names = "APPROVER", mode = EnumSource.Mode.EXCLUDE)
  void nobodyButAnApproverGrantsOrRevokes(ActorRole role) {
    given(audit(NOW.plusSeconds(600)), NOW);
    CommandContext context = at(NOW, role, REQUEST);
    for (GrantCommand command : new GrantCommand[] {audit(NOW.plusSeconds(600)), revoke(GRANT)}) {
      refused(GrantRule.GRANT_NOT_ALLOWED, () -> grants.decide(FACTS, command, null, context));
    }
  }

  @Test
  void aRequestThatIsNotThereOrErasedOrChangedIsRefused() {
    CommandContext context = at(NOW, ActorRole.APPROVER, GRANT);
    GrantDisclosure command = audit(NOW.plusSeconds(600));
    refused(
        GrantRule.REQUEST_NOT_FOUND,
        () -> grants.decide(new GrantFacts(-1, false, false), command, null, context));
    refused(
        GrantRule.PERSONAL_DATA_ERASED,
        () -> grants.decide(new GrantFacts(7, true, false), command, null, context));
    refused(GrantRule.STALE_VERSION, () -> grants.decide(FACTS, command, 6L, context));
    grants.decide(FACTS, command, 7L, context);
  }

  @Test
  void aRevocationGivesItsReasonExceptAboveNormalWhereItGivesNone() {
    given(audit(NOW.plusSeconds(600)), NOW);
    CommandContext context = at(NOW, ActorRole.APPROVER, REQUEST);
    RevokeGrant silent = new RevokeGrant(REQUEST, GRANT, "  ");
    GrantFacts secret = new GrantFacts(7, false, true);
    refused(GrantRule.REASON_MISSING, () -> grants.decide(FACTS, silent, null, context));
    refused(
        GrantRule.SECRECY_FORBIDS_CONTENT,
        () -> grants.decide(secret, revoke(GRANT), null, context));

    assertThat(grants.decide(secret, silent, null, context).event())
        .isEqualTo(new DisclosureRevoked(GRANT, Committed.of(null)));
  }

  @Test
  void aRequestHasNoMoreGrantsThanAreReadTogether() {
    Instant until = NOW.plusSeconds(600);
    for (int i = 0; i < Grants.MOST; i++) {
      UUID id = new UUID(0x7000L, (1L << 63) | i);
      ProposedEvent<GrantEvent> next =
          grants.decide(FACTS, audit(until), null, at(NOW, ActorRole.APPROVER, id));
      EventHeader header =
          new EventHeader(
              id,
              "demo",
              new StreamId("access/" + REQUEST),
              "any",
              NOW,
              NOW,
              APPROVER,
              ActorRole.APPROVER,
              null,
              i,
              i,
              i);
      grants = grants.evolve(next.event(), header);
    }
    refused(GrantRule.GRANTS_TOO_MANY, () -> decide(audit(until), NOW));
    decide(revoke(new UUID(0x7000L, 1L << 63)), NOW);
  }

  @Test
  void whatContradictsWhatCameBeforeChangesNothing() {
    Instant until = NOW.plusSeconds(600);
    given(audit(until), NOW);
    Grant before = grants.find(GRANT).orElseThrow();
    given(grant(GrantedRole.SUPERVISOR, null, ViewPurpose.INSPECTION, until), NOW);
    assertThat(grants.find(GRANT)).contains(before);
    assertThat(grants.all()).hasSize(1);
  }

  @Test
  void aCommandOutOfFormIsNone() {
    refused(
        FormRule.MEMBER_INVALID, () -> grant(GrantedRole.AUDITOR, REQUEST, ViewPurpose.AUDIT, NOW));
    assertThat(revoke(GRANT).toString()).doesNotContain("Kết thúc");
  }
}
