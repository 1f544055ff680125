package org.disclosureledger.service.signature;

import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pdf.modifications.PdfModificationDetection;
import eu.europa.esig.dss.pdf.modifications.PdfObjectModifications;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was appended to a PDF after a signature (incremental updates, ISO 32000-1 §7.5.6): its bytes
 * are as they were signed, but a reader sees the last state. Allowed are what a signature's own
 * evidence needs (ETSI EN 319 142-1 §5.4) and further signatures that cover the file to its end.
 */
final class PdfAdditions {
  private final long length;
  private final boolean signedToTheEnd;

  PdfAdditions(long length, List<AdvancedSignature> signatures) {
    this.length = length;
    this.signedToTheEnd =
        signatures.stream().anyMatch(signature -> endsAt((PAdESSignature) signature) == length);
  }

  @Nullable SignatureDoubt doubtOf(PAdESSignature signature) {
    ByteRange range = signature.getPdfRevision().getByteRange();
    if (range.getFirstPartStart() != 0 || !range.isValid() || gapIsWider(signature, range)) {
      return SignatureDoubt.PARTLY_SIGNED;
    }
    if (endsAt(signature) == length) {
      return null;
    }
    return onlyEvidenceFollows(signature) ? null : SignatureDoubt.CHANGED_BY_ADDITION;
  }

  /** What is not signed must be the signature's own place, {@code <hex digits>}, and no more. */
  private static boolean gapIsWider(PAdESSignature signature, ByteRange range) {
    int place = 2 * signature.getPdfSignatureDictionary().getContents().length + 2;
    return range.getSecondPartStart() - range.getFirstPartEnd() != place;
  }

  private boolean onlyEvidenceFollows(PAdESSignature signature) {
    PdfModificationDetection detection = signature.getPdfRevision().getModificationDetection();
    if (detection == null || !detection.getPageDifferences().isEmpty()) {
      return false;
    }
    PdfObjectModifications objects = detection.getObjectModifications();
    if (objects == null || objects.isEmpty()) {
      // Bytes nobody signed and that no object explains: another reader may find more in them.
      return signedToTheEnd;
    }
    boolean fields = !objects.getFormFillInAndSignatureCreationChanges().isEmpty();
    return objects.getUndefinedChanges().isEmpty()
        && objects.getAnnotCreationChanges().isEmpty()
        && (!fields || signedToTheEnd);
  }

  private static long endsAt(PAdESSignature signature) {
    ByteRange range = signature.getPdfRevision().getByteRange();
    return (long) range.getSecondPartStart() + range.getSecondPartEnd();
  }
}
