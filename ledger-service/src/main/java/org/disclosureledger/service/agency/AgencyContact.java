package org.disclosureledger.service.agency;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach an agency; its value is in the vault alone.
 *
 * @param method how we checked it
 * @param emergency whether it answers day and night
 * @param since when it was checked, UTC
 * @param until when it was retired, UTC; absent while it is current
 */
public record AgencyContact(
    UUID contact,
    Channel channel,
    VerificationMethod method,
    boolean emergency,
    Instant since,
    @Nullable Instant until) {

  public boolean current() {
    return until == null;
  }

  AgencyContact retired(Instant time) {
    return new AgencyContact(contact, channel, method, emergency, since, time);
  }
}
