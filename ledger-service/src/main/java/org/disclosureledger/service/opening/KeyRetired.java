package org.disclosureledger.service.opening;

import org.jspecify.annotations.Nullable;

/**
 * {@code key.retired}: a key is valid no longer, from this entry on (FORMAT §3).
 *
 * @param reason {@code rotation} or {@code compromise}
 * @param compromisedAt leaf index from which the key's entries are disputed, for a compromise
 */
record KeyRetired(
    String role,
    @Nullable String kid,
    @Nullable String vkey,
    String reason,
    @Nullable Long compromisedAt) {}
