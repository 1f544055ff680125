package org.disclosureledger.service.disclosure;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.disclosureledger.service.identifier.NormalisedDocumentNumber;
import org.disclosureledger.service.identifier.NormalisedIdentifier;

/**
 * Keyed HMACs by which values are found again without being kept: 32 bytes over the ledger, the
 * kind and the normalised value. Without the deployment's key nobody can try out identifiers, and
 * the same identifier differs from ledger to ledger.
 */
public final class TermHmac {
  private final LookupHmac hmac;

  TermHmac(LookupHmac hmac) {
    this.hmac = hmac;
  }

  /** Of a target identifier, however it is written. */
  public byte[] target(UUID ledger, String identifier) {
    NormalisedIdentifier normalised = NormalisedIdentifier.of(identifier);
    return hmac.of(
        "lookup-target",
        ascii(ledger.toString()),
        ascii(normalised.kind().name()),
        normalised.value().getBytes(StandardCharsets.UTF_8));
  }

  /** Of a document number, however it is written. */
  public byte[] documentNumber(UUID ledger, String number) {
    return hmac.of(
        "lookup-document-number",
        ascii(ledger.toString()),
        NormalisedDocumentNumber.of(number).value().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
