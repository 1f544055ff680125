package org.disclosureledger.service.sealing;

import java.util.UUID;
import org.disclosureledger.format.Origin;

/**
 * One enterprise's ledger.
 *
 * @param name as in URLs
 * @param sample whether entry 0 says that its events are invented
 */
public record LedgerDescription(UUID id, String name, Origin origin, boolean sample) {}
