package org.disclosureledger.service.reconciliation.event;

import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code reconciliation.recorded}: an agency's own list was compared with the register.
 *
 * @param agency code, in upper case
 * @param predecessors codes of the agencies it succeeded, whose requests were compared too
 * @param from first day of receipt, Asia/Ho_Chi_Minh
 * @param to last day, included
 * @param toleranceMinutes how far two times of receipt may lie apart and count as one
 * @param listed rows of the list: matched, differing, theirs only and theirs unmatchable
 * @param registered requests of the register received within the period
 * @param digest SHA-256 of the list as it was sent, 64 hexadecimal digits
 * @param size bytes of the list
 * @param differences all that is not matched, and what matches only since ours was corrected
 */
public record ReconciliationRecorded(
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
    int unmatchableOurs,
    Committed<String> digest,
    Committed<Long> size,
    List<DifferencePart> differences)
    implements ReconciliationEvent {}
