package org.disclosureledger.service.agency.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.VerificationMethod;

/**
 * {@code contact.verified}: a way to reach the agency that we have checked ourselves.
 *
 * @param contact random id; that of this event
 * @param value number or address
 * @param emergency whether it answers day and night
 */
public record ContactVerified(
    UUID contact,
    Channel channel,
    VerificationMethod method,
    Committed<String> value,
    boolean emergency)
    implements AgencyEvent {}
