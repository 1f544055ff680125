package org.disclosureledger.service.oversight.event;

import java.time.LocalDate;
import org.disclosureledger.service.envelope.Committed;
import org.jspecify.annotations.Nullable;

/**
 * {@code inspection.recorded}, and what a correction says it should have been. Old streams hold a
 * second one: it replaced the first before corrections took two people.
 *
 * @param inspector code of the inspecting agency, in upper case
 * @param from first day, Asia/Ho_Chi_Minh
 * @param to last day, included
 */
public record InspectionRecorded(
    @Nullable String inspector,
    LocalDate from,
    LocalDate to,
    Committed<String> subject,
    Committed<String> findings)
    implements OversightEvent {}
