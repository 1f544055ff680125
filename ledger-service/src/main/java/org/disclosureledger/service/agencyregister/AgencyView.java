package org.disclosureledger.service.agencyregister;

import java.util.List;
import org.disclosureledger.service.agency.AgencyState;

/**
 * One agency as it stands after its last entry.
 *
 * @param successors codes along the chain of successors, nearest first; the last may be
 *     unregistered
 */
public record AgencyView(AgencyState state, List<String> successors) {}
