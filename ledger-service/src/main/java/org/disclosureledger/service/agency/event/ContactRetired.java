package org.disclosureledger.service.agency.event;

import java.util.UUID;

/** {@code contact.retired}: no longer to be used. */
public record ContactRetired(UUID contact) implements AgencyEvent {}
