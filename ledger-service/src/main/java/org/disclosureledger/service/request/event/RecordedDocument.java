package org.disclosureledger.service.request.event;

import org.disclosureledger.service.envelope.Committed;

/**
 * One document that came with the request.
 *
 * @param ordinal from 1
 * @param digest SHA-256 of the file, 64 hexadecimal digits, committed
 */
public record RecordedDocument(int ordinal, Committed<String> digest) {}
