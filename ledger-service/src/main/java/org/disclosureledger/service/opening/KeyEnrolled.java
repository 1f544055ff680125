package org.disclosureledger.service.opening;

import org.jspecify.annotations.Nullable;

/**
 * {@code key.enrolled}: a key is valid from the next entry on (FORMAT §3).
 *
 * @param role {@code entry} or {@code authority} with a {@code key}, {@code checkpoint} with a
 *     {@code vkey}
 */
record KeyEnrolled(String role, LedgerOpened.@Nullable Jwk key, @Nullable String vkey) {}
