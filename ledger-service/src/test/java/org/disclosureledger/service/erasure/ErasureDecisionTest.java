package org.disclosureledger.service.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventSchemas;
import org.disclosureledger.service.erasure.command.ErasePersonalData;
import org.disclosureledger.service.erasure.event.ErasureEvents;
import org.disclosureledger.service.erasure.event.PersonalDataErased;
import org.disclosureledger.service.erasure.event.RetentionAdopted;
import org.disclosureledger.service.erasure.event.RetentionRow;
import org.disclosureledger.service.vocabulary.CaseType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasureDecisionTest {
  private static final UUID ID = UUID.fromString("01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f");
  private static final UUID POLICY = UUID.fromString("01990a3c-0000-7d21-9c44-0a1b2c3d4e5f");
  private static final UUID KEY = UUID.fromString("4f8a3c1e-0000-4d21-9c44-0a1b2c3d4e5f");
  private static final Actor PERSON = Actor.of(new UUID(0x4000L, 0x8000_0000_0000_0001L));
  private static final Instant CLOSED = Instant.parse("2026-07-01T05:00:00.123Z");
  private static final Instant OVER = CLOSED.plus(Duration.ofDays(30));
  private static final RetentionAdopted RULES =
      new RetentionAdopted(
          List.of(
              row("all", "2026-01-01", null, null),
              row("criminal", "2026-01-01", null, List.of(CaseType.CRIMINAL)),
              row("not-yet", "2026-08-01", null, null),
              row("no-more", "2026-01-01", "2026-07-30", null)));

  private static RetentionRow row(
      String id, String from, @Nullable String to, @Nullable List<CaseType> types) {
    LocalDate until = to == null ? null : LocalDate.parse(to);
    return new RetentionRow(id, LocalDate.parse(from), until, "Quy chế ví dụ", 30, types);
  }

  private static ErasureFacts facts(@Nullable Instant closed, boolean erased, CaseType... types) {
    return new ErasureFacts(
        7, true, closed, Set.of(types), POLICY, RULES, erased, List.of(KEY), 12, 2);
  }

  private static CommandContext at(Instant now, ActorRole role) {
    return new CommandContext("demo", PERSON, role, now, () -> ID, null);
  }

  private static PersonalDataErased decide(ErasureFacts facts, String rule, Instant now) {
    return Erasure.decide(
        facts, new ErasePersonalData(ID, rule), null, at(now, ActorRole.APPROVER));
  }

  private static void refused(ErasureRule by, ErasureFacts facts, String rule, Instant now) {
    assertThatThrownBy(() -> decide(facts, rule, now))
        .isInstanceOfSatisfying(
            CommandRefused.class, refused -> assertThat(refused.rule()).isEqualTo(by));
  }

  @Test
  void whatWasClosedLongEnoughAgoIsErasedUnderTheRuleNamed() {
    assertThat(decide(facts(CLOSED, false, CaseType.CIVIL), "all", OVER))
        .isEqualTo(new PersonalDataErased("all", POLICY, List.of(KEY), 12, 2));
    assertThat(decide(facts(CLOSED, false, CaseType.CRIMINAL), "criminal", OVER).rule())
        .isEqualTo("criminal");
  }

  @Test
  void aMillisecondBeforeTheDaysAreOverNothingIsErased() {
    refused(ErasureRule.RETENTION_NOT_OVER, facts(CLOSED, false), "all", OVER.minusMillis(1));
  }

  @Test
  void aRuleIsUsedOnTheDaysItIsInForceAndForItsCasesOnly() {
    ErasureFacts closed = facts(CLOSED, false, CaseType.CRIMINAL, CaseType.CIVIL);
    refused(ErasureRule.RETENTION_RULE_UNKNOWN, closed, "shipped-default", OVER);
    // 31 July in Viet Nam.
    refused(ErasureRule.RETENTION_RULE_NOT_IN_FORCE, closed, "not-yet", OVER);
    refused(ErasureRule.RETENTION_RULE_NOT_IN_FORCE, closed, "no-more", OVER);
    refused(ErasureRule.RETENTION_RULE_OTHER_CASES, closed, "criminal", OVER);
    assertThat(decide(closed, "not-yet", Instant.parse("2026-07-31T17:00:00Z")).rule())
        .isEqualTo("not-yet");
  }

  @Test
  void anOpenRequestIsNotErasedNorOneTwiceNorOneThatIsNotThere() {
    refused(ErasureRule.ERASURE_REQUEST_OPEN, facts(null, false), "all", OVER);
    refused(ErasureRule.ALREADY_ERASED, facts(CLOSED, true), "all", OVER);
    ErasureFacts none =
        new ErasureFacts(-1, true, null, Set.of(), POLICY, RULES, false, List.of(), 0, 0);
    refused(ErasureRule.ERASURE_REQUEST_NOT_FOUND, none, "all", OVER);
    ErasureFacts unread =
        new ErasureFacts(3, false, null, Set.of(), POLICY, RULES, false, List.of(), 0, 0);
    refused(ErasureRule.ERASURE_STREAM_UNREADABLE, unread, "all", OVER);
    ErasureFacts unruled =
        new ErasureFacts(3, true, CLOSED, Set.of(), null, null, false, List.of(), 0, 0);
    refused(ErasureRule.RETENTION_RULE_UNKNOWN, unruled, "all", OVER);
  }

  @Test
  void whoHasNotSeenTheRequestAsItIsErasesNothing() {
    ErasePersonalData command = new ErasePersonalData(ID, "all");
    CommandContext approver = at(OVER, ActorRole.APPROVER);
    assertThat(Erasure.decide(facts(CLOSED, false), command, 7L, approver).keys())
        .containsExactly(KEY);
    assertThatThrownBy(() -> Erasure.decide(facts(CLOSED, false), command, 6L, approver))
        .isInstanceOf(CommandRefused.class)
        .hasMessageContaining("7");
  }

  @ParameterizedTest
  @EnumSource(value = ActorRole.class, names = "APPROVER", mode = EnumSource.Mode.EXCLUDE)
  void nobodyButAnApproverErases(ActorRole role) {
    ErasePersonalData command = new ErasePersonalData(ID, "all");
    assertThatThrownBy(() -> Erasure.decide(facts(CLOSED, false), command, null, at(OVER, role)))
        .isInstanceOfSatisfying(
            CommandRefused.class,
            refused -> assertThat(refused.rule()).isEqualTo(ErasureRule.ERASURE_NOT_ALLOWED));
  }

  @Test
  void theEventsFitTheirSchemasAndComeBack() {
    EventSchemas.check(
        new ErasureEvents(),
        List.of(
            RULES,
            RetentionRows.read(),
            new PersonalDataErased("all", POLICY, List.of(KEY), 12, 2),
            new PersonalDataErased("all", POLICY, List.of(), 0, 0)),
        "0900000001");
  }
}
