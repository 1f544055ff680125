package org.disclosureledger.service.request.event;

import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.vocabulary.AgencyKind;

/**
 * Who asks.
 *
 * @param code of the agency
 * @param unit the unit within it, committed
 */
public record RequestingAgency(String code, AgencyKind kind, Committed<String> unit) {}
