package org.disclosureledger.service.signature;

import eu.europa.esig.dss.asic.cades.validation.ASiCContainerWithCAdESAnalyzer;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/** Where a document says that it is signed: DSS leaves out a signature that it cannot parse. */
final class SignaturePlaces {
  private static final COSName DOC_TIME_STAMP = COSName.getPDFName("DocTimeStamp");

  /** Of every signature dictionary, which may not be compressed (ISO 32000-1 §12.8.1). */
  private static final byte[] BYTE_RANGE = "/ByteRange".getBytes(StandardCharsets.US_ASCII);

  private SignaturePlaces() {}

  /**
   * How many signature dictionaries the form's fields hold, time-stamps aside; 1 if they hold none
   * and the file has one nevertheless, as when its end was cut off and an earlier state shows.
   */
  static int inPdf(byte[] pdf) {
    boolean stamped = false;
    Set<COSBase> signatures = Collections.newSetFromMap(new IdentityHashMap<>());
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDSignature signature : document.getSignatureDictionaries()) {
        if (DOC_TIME_STAMP.equals(signature.getCOSObject().getCOSName(COSName.TYPE))) {
          stamped = true;
        } else {
          signatures.add(signature.getCOSObject());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return signatures.isEmpty() && !stamped && holds(pdf, BYTE_RANGE) ? 1 : signatures.size();
  }

  private static boolean holds(byte[] bytes, byte[] word) {
    for (int at = 0; at <= bytes.length - word.length; at++) {
      if (Arrays.equals(bytes, at, at + word.length, word, 0, word.length)) {
        return true;
      }
    }
    return false;
  }

  /** How many files {@code META-INF/*signature*} there are in which nothing was found. */
  static int unreadIn(ASiCContainerWithCAdESAnalyzer container, List<AdvancedSignature> found) {
    Set<String> unread = new HashSet<>();
    for (DSSDocument file : container.getAllDocuments()) {
      String name = String.valueOf(file.getName()).toLowerCase(Locale.ROOT);
      if (name.startsWith("meta-inf/") && name.contains("signature")) {
        unread.add(name);
      }
    }
    for (AdvancedSignature signature : found) {
      unread.remove(String.valueOf(signature.getFilename()).toLowerCase(Locale.ROOT));
    }
    return unread.size();
  }
}
