package org.disclosureledger.service.agency.event;

import java.time.LocalDate;
import java.util.UUID;

/**
 * {@code officer.retired}.
 *
 * @param from first day on which the officer no longer acts for the agency
 */
public record OfficerRetired(UUID officer, LocalDate from) implements AgencyEvent {}
