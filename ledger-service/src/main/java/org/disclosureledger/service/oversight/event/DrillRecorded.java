package org.disclosureledger.service.oversight.event;

import java.time.LocalDate;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code drill.recorded}, and what a correction says it should have been. Old streams hold a second
 * one: it replaced the first before corrections took two people.
 *
 * @param from first day, Asia/Ho_Chi_Minh
 * @param to last day, included
 */
public record DrillRecorded(
    LocalDate from, LocalDate to, Committed<String> subject, Committed<String> findings)
    implements OversightEvent {}
