package org.disclosureledger.service.request.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/**
 * {@code authority.refuted}.
 *
 * @param contact random id of the contact, in our own agency register, that was asked
 */
public record AuthorityRefuted(
    VerificationMethod method, @Nullable UUID contact, Committed<String> note)
    implements RequestEvent {}
