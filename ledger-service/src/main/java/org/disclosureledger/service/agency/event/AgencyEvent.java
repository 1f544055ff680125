package org.disclosureledger.service.agency.event;

/**
 * What happened to one agency of the register: stream {@code agency/<key>}. Officers' names and
 * contacts' values are committed; the agency itself is public reference data.
 */
public sealed interface AgencyEvent
    permits AgencyRegistered,
        AgencyAmended,
        AgencySucceeded,
        ContactVerified,
        ContactRetired,
        OfficerRegistered,
        OfficerRetired {}
