package org.disclosureledger.service.sealing;

import org.disclosureledger.format.Entry;
import org.disclosureledger.service.envelope.EventHeader;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the ledger, its leaf hash checked against its bytes.
 *
 * @param header its type is the entry's own, also when the payload was brought to a newer version
 * @param payload the event, committed members as digests; {@code null} for a type unknown here
 */
public record StoredEvent(EventHeader header, Entry entry, @Nullable Object payload) {}
