package org.disclosureledger.service.erasure;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.erasure.command.AdoptRetention;
import org.disclosureledger.service.erasure.event.RetentionAdopted;
import org.disclosureledger.service.erasure.event.RetentionRow;
import org.disclosureledger.service.vocabulary.CaseType;
import org.jspecify.annotations.Nullable;

/** Decides whether retention rules may be adopted: pure. */
final class Retention {
  private Retention() {}

  /**
   * @throws CommandRefused with a {@link RetentionRule}; nothing happened then
   */
  static RetentionAdopted decide(AdoptRetention command, CommandContext context) {
    if (context.role() != ActorRole.ADMIN || context.actor().isSystem()) {
      throw new CommandRefused(RetentionRule.RETENTION_NOT_ALLOWED, context.role().code());
    }
    List<RetentionRow> rows = command.rows().stream().map(Retention::row).toList();
    for (int i = 0; i < rows.size(); i++) {
      for (RetentionRow later : rows.subList(i + 1, rows.size())) {
        if (overlap(rows.get(i), later)) {
          // Who erases names the row: of two that apply they would take the shorter.
          throw new CommandRefused(
              RetentionRule.RETENTION_ROWS_OVERLAP, rows.get(i).id() + ", " + later.id());
        }
      }
    }
    return new RetentionAdopted(rows);
  }

  private static RetentionRow row(AdoptRetention.Row row) {
    return new RetentionRow(
        row.id(),
        row.effectiveFrom(),
        row.effectiveTo(),
        row.citation(),
        row.keepDays(),
        row.caseTypes());
  }

  private static boolean overlap(RetentionRow one, RetentionRow other) {
    return !endsBefore(one.effectiveTo(), other.effectiveFrom())
        && !endsBefore(other.effectiveTo(), one.effectiveFrom())
        && shareACase(one.caseTypes(), other.caseTypes());
  }

  private static boolean endsBefore(@Nullable LocalDate last, LocalDate first) {
    return last != null && last.isBefore(first);
  }

  private static boolean shareACase(
      @Nullable List<CaseType> some, @Nullable List<CaseType> others) {
    return some == null || others == null || !Collections.disjoint(some, others);
  }
}
