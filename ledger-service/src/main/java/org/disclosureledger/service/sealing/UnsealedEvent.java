package org.disclosureledger.service.sealing;

import org.disclosureledger.service.envelope.EventHeader;

/**
 * An event before it is sealed.
 *
 * @param header its {@code recordedTime}, sequence and places are ignored: sealing gives them
 */
public record UnsealedEvent(EventHeader header, Object event) {}
