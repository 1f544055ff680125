package org.disclosureledger.service.oversight.event;

import java.time.LocalDate;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code drill.recorded}; a later one of the same stream corrects it.
 *
 * @param from first day, Asia/Ho_Chi_Minh
 * @param to last day, included
 */
public record DrillRecorded(
    LocalDate from, LocalDate to, Committed<String> subject, Committed<String> findings)
    implements OversightEvent {}
