package org.disclosureledger.service.request;

import java.time.Instant;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/**
 * The last check of the request's authority.
 *
 * @param at when it was checked, as claimed, UTC; absent while it never was
 */
public record AuthorityCheck(
    Authority outcome, @Nullable Instant at, @Nullable VerificationMethod method) {

  static final AuthorityCheck NONE = new AuthorityCheck(Authority.UNVERIFIED, null, null);

  /** Whether it rests on our own register or on a signature, and not on what the caller showed. */
  boolean holdsForAnEmergency() {
    return outcome == Authority.VERIFIED
        && (method == VerificationMethod.CALL_BACK
            || method == VerificationMethod.DIGITAL_SIGNATURE);
  }
}
