package org.disclosureledger.service.request.event;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.jspecify.annotations.Nullable;

/**
 * {@code signature.checked}: a signature on a document was checked.
 *
 * @param document id of the document that the signature came in
 * @param signs id of the earlier document of the stream that it signs, as a detached signature
 *     does; absent: the document itself, or, in what was written as version 1, not said
 * @param format form of the signature
 * @param outcome whether it holds
 * @param chain whether its certificate leads to a configured anchor
 * @param signedAt when it was made, as it claims, as claimed, UTC
 * @param timestamped whether a time-stamp is part of it
 * @param signer subject of the certificate, committed
 * @param certificate SHA-256 of the certificate, hexadecimal, committed
 */
public record SignatureChecked(
    UUID document,
    @Nullable UUID signs,
    SignatureFormat format,
    SignatureOutcome outcome,
    SignatureChain chain,
    @Nullable Instant signedAt,
    boolean timestamped,
    Committed<String> signer,
    Committed<String> certificate)
    implements RequestEvent {

  /** Whether it holds and is of somebody whom a configured anchor vouches for. */
  public boolean holds() {
    return outcome == SignatureOutcome.VALID && chain == SignatureChain.TRUSTED;
  }
}
