package org.disclosureledger.service.request;

import java.time.Instant;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/**
 * The last check of the request's authority.
 *
 * @param at when it was checked, or became unchecked again, as claimed, UTC; absent at first
 */
public record AuthorityCheck(
    Authority outcome, @Nullable Instant at, @Nullable VerificationMethod method) {

  static final AuthorityCheck NONE = new AuthorityCheck(Authority.UNVERIFIED, null, null);

  /** What was checked before no longer counts, and no check counts that is said to be older. */
  static AuthorityCheck noneSince(Instant time) {
    return new AuthorityCheck(Authority.UNVERIFIED, time, null);
  }

  /**
   * Whether it rests on our own register or on a signature that the ledger checked, and not on what
   * the caller showed; what was only said bears no signature.
   */
  boolean holdsForAnEmergency(boolean oral, boolean signed) {
    return outcome == Authority.VERIFIED
        && (method == VerificationMethod.CALL_BACK
            || (!oral && signed && method == VerificationMethod.DIGITAL_SIGNATURE));
  }
}
