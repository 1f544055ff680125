package org.disclosureledger.service.request.event;

import org.disclosureledger.service.envelope.Committed;

/**
 * Whom or what an item is about.
 *
 * @param ordinal from 1 within the item
 * @param identifier phone number, account, address …, committed; commits to null above secrecy
 *     Thường
 */
public record RecordedTarget(int ordinal, Committed<String> identifier) {}
