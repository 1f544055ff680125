package org.disclosureledger.service.sealing;

import org.disclosureledger.format.Entry;
import org.disclosureledger.service.envelope.EventHeader;
import org.jspecify.annotations.Nullable;

/**
 * A committed entry and the event in it.
 *
 * @param payload the event record with starred members as digests; {@code null} when this version
 *     does not know the entry's type
 */
public record StoredEvent(EventHeader header, Entry entry, @Nullable Object payload) {}
