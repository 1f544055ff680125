package org.disclosureledger.service.signature;

import java.time.Instant;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one signature; the members of {@code signature.checked} and a reason.
 *
 * @param chain judged at its time-stamp's time if a trusted authority issued that, else at the time
 *     of the check: an expired certificate is not trusted
 * @param signedAt UTC, whole milliseconds, as the signature itself claims; absent if it does not
 * @param timestamped whether an intact time-stamp (RFC 3161) covers the signature
 * @param signer subject of the signer's certificate (RFC 4514); empty if there is no certificate
 * @param certificate SHA-256 of the signer's certificate, lower-case hex; empty if there is none
 * @param doubt why it is not VALID; present iff it is not
 */
public record SignatureFinding(
    SignatureFormat format,
    SignatureOutcome outcome,
    SignatureChain chain,
    @Nullable Instant signedAt,
    boolean timestamped,
    String signer,
    String certificate,
    @Nullable SignatureDoubt doubt) {

  /** Of a signature that is there and cannot be read. */
  static SignatureFinding unread(SignatureFormat format) {
    return new SignatureFinding(
        format,
        SignatureOutcome.INDETERMINATE,
        SignatureChain.NOT_CHECKED,
        null,
        false,
        "",
        "",
        SignatureDoubt.NOT_UNDERSTOOD);
  }
}
