package org.disclosureledger.service.grant.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;

/** {@code disclosure.revoked}: a grant that stood stands no longer. */
public record DisclosureRevoked(UUID grant, Committed<String> reason) implements GrantEvent {}
