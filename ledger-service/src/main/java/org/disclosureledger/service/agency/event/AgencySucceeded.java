package org.disclosureledger.service.agency.event;

import java.time.LocalDate;

/**
 * {@code agency.succeeded}: the last one said counts.
 *
 * @param successor code, in upper case
 * @param from first day of the successor; the last day of this agency is the day before
 */
public record AgencySucceeded(String successor, LocalDate from) implements AgencyEvent {}
