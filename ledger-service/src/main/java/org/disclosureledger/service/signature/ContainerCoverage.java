package org.disclosureledger.service.signature;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.ManifestEntry;
import eu.europa.esig.dss.model.ManifestFile;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a signature in an ASiC container signs all that the container carries. */
final class ContainerCoverage {
  private ContainerCoverage() {}

  /**
   * @param contents the container's data files
   */
  static @Nullable SignatureDoubt doubtOf(AdvancedSignature signature, List<DSSDocument> contents) {
    ManifestFile manifest = signature.getManifestFile();
    if (manifest == null) {
      // ASiC-S: the signature is over the one file itself (ETSI EN 319 162-1 §4.3).
      return contents.size() == 1 ? null : SignatureDoubt.PARTLY_SIGNED;
    }
    for (ManifestEntry entry : manifest.getEntries()) {
      if (!entry.isFound()) {
        return SignatureDoubt.CONTENT_MISSING;
      }
      if (!entry.isIntact()) {
        return SignatureDoubt.DOCUMENT_CHANGED;
      }
    }
    for (DSSDocument content : contents) {
      if (!manifest.isDocumentCovered(content.getName())) {
        return SignatureDoubt.PARTLY_SIGNED;
      }
    }
    return null;
  }
}
