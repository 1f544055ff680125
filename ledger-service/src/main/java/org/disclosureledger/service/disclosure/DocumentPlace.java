package org.disclosureledger.service.disclosure;

import java.util.UUID;
import org.disclosureledger.format.StreamId;

/**
 * Where a document belongs. Its ciphertext is bound to all three: moved elsewhere it does not open.
 *
 * @param stream whose data key encrypts it, e.g. {@code request/<uuid>}
 * @param document its id in {@code document.attached}
 */
public record DocumentPlace(UUID ledger, StreamId stream, UUID document) {}
