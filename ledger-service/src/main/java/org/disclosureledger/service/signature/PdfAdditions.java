package org.disclosureledger.service.signature;

import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was appended to a PDF after a signature (incremental updates, ISO 32000-1 §7.5.6): its bytes
 * are as they were signed, but a reader sees the last state. Allowed are what a signature's own
 * evidence needs (ETSI EN 319 142-1 §5.4), and further signatures if one of them is found good and
 * covers the file to its end. Bytes that change no object are not: another reader may find more.
 */
final class PdfAdditions {
  private final byte[] pdf;
  private final boolean signedToTheEnd;

  /**
   * @param good whether a signature is intact, of a safe algorithm and of a trusted chain
   */
  PdfAdditions(byte[] pdf, List<AdvancedSignature> signatures, Predicate<AdvancedSignature> good) {
    this.pdf = pdf;
    this.signedToTheEnd =
        signatures.stream()
            .filter(signature -> coversAll((PAdESSignature) signature))
            .anyMatch(good);
  }

  private boolean coversAll(PAdESSignature signature) {
    return endsAt(signature) == pdf.length && isOfOnePiece(signature);
  }

  @Nullable SignatureDoubt doubtOf(PAdESSignature signature) {
    long end = endsAt(signature);
    if (!isOfOnePiece(signature) || end > pdf.length) {
      return SignatureDoubt.PARTLY_SIGNED;
    }
    if (end == pdf.length) {
      return null;
    }
    return switch (since(end)) {
      case EVIDENCE -> null;
      case SIGNATURE_FIELDS -> signedToTheEnd ? null : SignatureDoubt.CHANGED_BY_ADDITION;
      case NOTHING, OTHER -> SignatureDoubt.CHANGED_BY_ADDITION;
    };
  }

  private PdfComparison.Found since(long end) {
    try {
      return PdfComparison.compare(Arrays.copyOf(pdf, (int) end), pdf);
    } catch (IOException e) {
      // What was signed is no PDF by itself: all that is seen was added.
      return PdfComparison.Found.OTHER;
    }
  }

  /** What is not signed must be the signature's own place, {@code <hex digits>}, and no more. */
  private static boolean isOfOnePiece(PAdESSignature signature) {
    ByteRange range = signature.getPdfRevision().getByteRange();
    int place = 2 * signature.getPdfSignatureDictionary().getContents().length + 2;
    return range.getFirstPartStart() == 0
        && range.isValid()
        && range.getSecondPartStart() - range.getFirstPartEnd() == place;
  }

  private static long endsAt(PAdESSignature signature) {
    ByteRange range = signature.getPdfRevision().getByteRange();
    return (long) range.getSecondPartStart() + range.getSecondPartEnd();
  }
}
