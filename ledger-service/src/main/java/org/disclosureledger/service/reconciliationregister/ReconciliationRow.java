package org.disclosureledger.service.reconciliationregister;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.reconciliation.event.ReconciliationRecorded;

/**
 * One reconciliation, by its counts.
 *
 * @param predecessors codes of the agencies it succeeded, whose requests were compared too
 * @param from first day of receipt, Asia/Ho_Chi_Minh
 * @param to last day, included
 * @param toleranceMinutes between two times of receipt that count as one
 * @param listed rows of the agency's list
 * @param registered requests received within the period
 */
public record ReconciliationRow(
    UUID id,
    long leafIndex,
    Instant recordedAt,
    String agency,
    List<String> predecessors,
    LocalDate from,
    LocalDate to,
    int toleranceMinutes,
    int listed,
    int registered,
    int matched,
    int differing,
    int theirsOnly,
    int oursOnly,
    int unmatchableTheirs,
    int unmatchableOurs) {

  /** The row that an event gives. */
  public static ReconciliationRow of(
      UUID id, long leafIndex, Instant recordedAt, ReconciliationRecorded event) {
    return new ReconciliationRow(
        id,
        leafIndex,
        recordedAt,
        event.agency(),
        event.predecessors(),
        event.from(),
        event.to(),
        event.toleranceMinutes(),
        event.listed(),
        event.registered(),
        event.matched(),
        event.differing(),
        event.theirsOnly(),
        event.oursOnly(),
        event.unmatchableTheirs(),
        event.unmatchableOurs());
  }
}
