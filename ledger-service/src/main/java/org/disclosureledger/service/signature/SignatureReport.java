package org.disclosureledger.service.signature;

import java.util.List;

/**
 * The signatures of one document.
 *
 * @param signatures in the document's order, at most {@link #MAX_SIGNATURES}; none when it is not
 *     signed
 */
public record SignatureReport(SignatureReading reading, List<SignatureFinding> signatures) {
  public static final int MAX_SIGNATURES = 10;

  public SignatureReport {
    signatures = List.copyOf(signatures);
  }

  static SignatureReport none(SignatureReading reading) {
    return new SignatureReport(reading, List.of());
  }
}
