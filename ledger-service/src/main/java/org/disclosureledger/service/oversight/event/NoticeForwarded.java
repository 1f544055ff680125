package org.disclosureledger.service.oversight.event;

import org.disclosureledger.service.envelope.Committed;

/**
 * {@code notice.forwarded}.
 *
 * @param agency code, in upper case
 * @param document SHA-256 of what was sent, 64 hexadecimal digits
 */
public record NoticeForwarded(String agency, Committed<String> document)
    implements OversightEvent {}
