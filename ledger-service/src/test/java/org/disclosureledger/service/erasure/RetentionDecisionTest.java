package org.disclosureledger.service.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.erasure.command.AdoptRetention;
import org.disclosureledger.service.erasure.event.RetentionAdopted;
import org.disclosureledger.service.erasure.event.RetentionRow;
import org.disclosureledger.service.form.FormRule;
import org.disclosureledger.service.vocabulary.CaseType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetentionDecisionTest {
  private static final UUID ID = UUID.fromString("01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f");
  private static final Actor PERSON = Actor.of(new UUID(0x4000L, 0x8000_0000_0000_0001L));

  private static AdoptRetention.Row row(
      String id, String from, @Nullable String to, CaseType... types) {
    return new AdoptRetention.Row(
        id,
        LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to),
        "Quy chế ví dụ",
        30,
        types.length == 0 ? null : List.of(types));
  }

  private static RetentionAdopted decide(ActorRole role, AdoptRetention.Row... rows) {
    Instant now = Instant.parse("2026-11-21T03:00:00Z");
    return Retention.decide(
        new AdoptRetention(List.of(rows)),
        new CommandContext("demo", PERSON, role, now, () -> ID, null));
  }

  private static void refused(RefusalRule rule, Runnable decision) {
    CommandRefused refused = catchThrowableOfType(CommandRefused.class, decision::run);
    assertThat(refused).as(rule.code()).isNotNull();
    assertThat(refused.rule()).isEqualTo(rule);
  }

  @Test
  void rowsThatFollowEachOtherOrAreOfOtherCasesAreAdoptedAsTheyStand() {
    RetentionAdopted adopted =
        decide(
            ActorRole.ADMIN,
            row("first", "2026-01-01", "2026-12-31"),
            row("criminal", "2027-01-01", null, CaseType.CRIMINAL),
            row("civil", "2027-01-01", null, CaseType.CIVIL));
    assertThat(adopted.rows())
        .extracting(RetentionRow::id)
        .containsExactly("first", "criminal", "civil");
    assertThat(adopted.rows().getFirst())
        .isEqualTo(
            new RetentionRow(
                "first",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                "Quy chế ví dụ",
                30,
                null));
  }

  @Test
  void rowsThatApplyToTheSameCaseOnOneDayAreRefused() {
    RefusalRule overlap = RetentionRule.RETENTION_ROWS_OVERLAP;
    AdoptRetention.Row first = row("first", "2026-01-01", "2026-12-31");
    refused(overlap, () -> decide(ActorRole.ADMIN, first, row("same-day", "2026-12-31", null)));
    refused(overlap, () -> decide(ActorRole.ADMIN, row("later", "2026-06-01", null), first));
    refused(
        overlap,
        () -> decide(ActorRole.ADMIN, first, row("some", "2026-06-01", null, CaseType.CIVIL)));
    refused(
        overlap,
        () ->
            decide(
                ActorRole.ADMIN,
                row("two", "2026-01-01", null, CaseType.CIVIL, CaseType.CRIMINAL),
                row("one", "2027-01-01", "2027-01-01", CaseType.CRIMINAL)));
    decide(ActorRole.ADMIN, first, row("next-day", "2027-01-01", null));
  }

  @ParameterizedTest
  @EnumSource(value = ActorRole.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
  void nobodyButAnAdministratorAdoptsRules(ActorRole role) {
    refused(
        RetentionRule.RETENTION_NOT_ALLOWED, () -> decide(role, row("all", "2026-01-01", null)));
  }

  @Test
  void rowsOutOfFormAreNone() {
    refused(FormRule.PERIOD_REVERSED, () -> row("reversed", "2026-01-02", "2026-01-01"));
    refused(FormRule.MEMBER_INVALID, () -> row("Tất cả", "2026-01-01", null));
    refused(
        FormRule.MEMBER_REPEATED,
        () -> row("twice", "2026-01-01", null, CaseType.CIVIL, CaseType.CIVIL));
    refused(FormRule.MEMBER_MISSING, () -> new AdoptRetention(List.of()));
    AdoptRetention.Row all = row("all", "2026-01-01", null);
    refused(FormRule.MEMBER_REPEATED, () -> new AdoptRetention(List.of(all, all)));
    for (int days : List.of(-1, 36_501)) {
      refused(
          FormRule.COUNT_OUT_OF_RANGE,
          () ->
              new AdoptRetention.Row(
                  "days", LocalDate.of(2026, 1, 1), null, "Quy chế ví dụ", days, null));
    }
    List<AdoptRetention.Row> many = new ArrayList<>();
    for (int i = 0; i <= RetentionAdopted.MAX_ROWS; i++) {
      many.add(row("row-" + i, "2026-01-01", null));
    }
    refused(FormRule.COUNT_OUT_OF_RANGE, () -> new AdoptRetention(many));
  }
}
