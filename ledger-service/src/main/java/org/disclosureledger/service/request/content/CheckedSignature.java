package org.disclosureledger.service.request.content;

import java.time.Instant;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What the check of one signature on a document found.
 *
 * @param signedAt when it was made, as it claims, UTC
 * @param timestamped whether a time-stamp is part of it
 * @param signer subject of the certificate
 * @param certificate SHA-256 of it, 64 hexadecimal digits
 */
public record CheckedSignature(
    SignatureFormat format,
    SignatureOutcome outcome,
    SignatureChain chain,
    @Nullable Instant signedAt,
    boolean timestamped,
    @Nullable String signer,
    @Nullable String certificate) {

  public CheckedSignature {
    format = Form.required("format", format);
    outcome = Form.required("outcome", outcome);
    chain = Form.required("chain", chain);
    signedAt = Form.optionalInstant("signedAt", signedAt);
    signer = Form.text("signer", signer);
    certificate = Form.optionalDigest("certificate", certificate);
  }

  /** Without the signer, who is a person. */
  @Override
  public String toString() {
    return "CheckedSignature[" + format + ", " + outcome + ", " + chain + "]";
  }
}
