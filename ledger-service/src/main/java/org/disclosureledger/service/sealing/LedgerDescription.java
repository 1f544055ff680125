package org.disclosureledger.service.sealing;

import java.util.UUID;
import org.disclosureledger.format.Origin;

/**
 * One ledger.
 *
 * @param name as in the URL
 * @param sample whether its first entry marks it as invented data
 */
public record LedgerDescription(UUID id, String name, Origin origin, boolean sample) {}
