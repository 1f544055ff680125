package org.disclosureledger.service.agency.event;

import java.time.LocalDate;
import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;
import org.jspecify.annotations.Nullable;

/**
 * {@code officer.registered}: somebody who may act for the agency.
 *
 * @param officer random id; that of this event
 * @param validUntil last day, included; absent while none is known
 */
public record OfficerRegistered(
    UUID officer,
    Committed<String> name,
    Committed<String> position,
    LocalDate validFrom,
    @Nullable LocalDate validUntil)
    implements AgencyEvent {}
