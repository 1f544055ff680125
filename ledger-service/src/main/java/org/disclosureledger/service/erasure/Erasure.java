package org.disclosureledger.service.erasure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.erasure.command.ErasePersonalData;
import org.disclosureledger.service.erasure.event.PersonalDataErased;
import org.disclosureledger.service.erasure.event.RetentionAdopted;
import org.disclosureledger.service.erasure.event.RetentionRow;
import org.jspecify.annotations.Nullable;

/** Decides whether a request's personal data may be erased: pure. */
public final class Erasure {
  private Erasure() {}

  /**
   * @param expectedSequence the request's last sequence as the caller saw it, or {@code null}
   * @throws CommandRefused with an {@link ErasureRule}; nothing happened then
   */
  static PersonalDataErased decide(
      ErasureFacts facts,
      ErasePersonalData command,
      @Nullable Long expectedSequence,
      CommandContext context) {
    require(
        context.role() == ActorRole.APPROVER && !context.actor().isSystem(),
        ErasureRule.ERASURE_NOT_ALLOWED,
        context.role().code());
    require(facts.lastSequence() >= 0, ErasureRule.ERASURE_REQUEST_NOT_FOUND, "it has no events");
    require(
        expectedSequence == null || expectedSequence == facts.lastSequence(),
        ErasureRule.ERASURE_STALE_VERSION,
        "the last sequence is " + facts.lastSequence());
    require(!facts.erased(), ErasureRule.ALREADY_ERASED, "it was erased");
    require(facts.readable(), ErasureRule.ERASURE_STREAM_UNREADABLE, "its entries contradict");
    Instant closedAt = facts.closedAt();
    if (closedAt == null) {
      throw new CommandRefused(ErasureRule.ERASURE_REQUEST_OPEN, "to be closed first");
    }
    UUID policy = facts.adopted();
    RetentionRow row = row(facts, command.rule());
    checkRow(row, facts, closedAt, context);
    if (policy == null) {
      throw new CommandRefused(ErasureRule.RETENTION_RULE_UNKNOWN, "no rules are adopted");
    }
    return new PersonalDataErased(
        row.id(), policy, facts.keys(), facts.disclosures(), facts.attachments());
  }

  private static RetentionRow row(ErasureFacts facts, String id) {
    RetentionAdopted rules = facts.rules();
    if (rules == null) {
      throw new CommandRefused(ErasureRule.RETENTION_RULE_UNKNOWN, "no rules are adopted");
    }
    return rules
        .row(id)
        .orElseThrow(() -> new CommandRefused(ErasureRule.RETENTION_RULE_UNKNOWN, "no such row"));
  }

  private static void checkRow(
      RetentionRow row, ErasureFacts facts, Instant closedAt, CommandContext context) {
    LocalDate today = LocalDate.ofInstant(context.now(), LedgerZone.ID);
    require(
        row.inForceOn(today), ErasureRule.RETENTION_RULE_NOT_IN_FORCE, row.id() + " on " + today);
    require(
        row.caseTypes() == null || row.caseTypes().containsAll(facts.caseTypes()),
        ErasureRule.RETENTION_RULE_OTHER_CASES,
        row.id());
    Instant over = closedAt.plus(Duration.ofDays(row.keepDays()));
    require(!context.now().isBefore(over), ErasureRule.RETENTION_NOT_OVER, "kept until " + over);
  }

  private static void require(boolean holds, ErasureRule rule, String detail) {
    if (!holds) {
      throw new CommandRefused(rule, detail);
    }
  }
}
