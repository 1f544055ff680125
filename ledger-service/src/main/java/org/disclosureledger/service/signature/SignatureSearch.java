package org.disclosureledger.service.signature;

import eu.europa.esig.dss.asic.cades.validation.ASiCContainerWithCAdESAnalyzer;
import eu.europa.esig.dss.cades.validation.CMSDocumentAnalyzer;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.ServiceLoaderPdfObjFactory;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.validation.analyzer.DefaultDocumentAnalyzer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.jspecify.annotations.Nullable;

/**
 * Finds a document's signatures and has each judged. Runs in {@link SignatureProcess}: it holds the
 * document in memory and trusts libraries with bytes of strangers.
 */
final class SignatureSearch {
  private final SignatureJudge judge;

  SignatureSearch(TrustAnchors anchors, Instant now) {
    this.judge = new SignatureJudge(anchors, now);
  }

  /**
   * @param content what a detached signature signs; none: it is within, or missing
   */
  SignatureReport search(byte[] document, SignatureFormat format, byte @Nullable [] content) {
    try {
      DSSDocument searched = new InMemoryDocument(document);
      return switch (format) {
        case PADES -> pdf(searched, document.length);
        case CADES -> cms(searched, content);
        case ASIC -> container(searched);
      };
    } catch (RuntimeException | StackOverflowError e) {
      // Libraries fail in many ways over malformed input: each says that it cannot be read.
      return SignatureReport.none(SignatureReading.UNREADABLE);
    }
  }

  private SignatureReport pdf(DSSDocument document, long length) {
    ServiceLoaderPdfObjFactory pdf = new ServiceLoaderPdfObjFactory();
    DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
    // Pages are not drawn to compare them: objects are compared, and fonts are a stranger's too.
    differences.setMaximalPagesAmountForVisualComparison(0);
    pdf.setPdfDifferencesFinder(differences);
    pdf.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.memoryBuffered());
    PDFDocumentAnalyzer analyzer = new PDFDocumentAnalyzer(document);
    analyzer.setPdfObjFactory(pdf);
    List<AdvancedSignature> found = signatures(analyzer);
    // DSS would compare the revisions within its own validation only, which would fetch.
    pdf.newPAdESSignatureService().analyzePdfModifications(document, found, new char[0]);
    PdfAdditions additions = new PdfAdditions(length, found);
    return report(
        found, SignatureFormat.PADES, signature -> additions.doubtOf((PAdESSignature) signature));
  }

  private SignatureReport cms(DSSDocument document, byte @Nullable [] content) {
    CMSDocumentAnalyzer analyzer = new CMSDocumentAnalyzer(document);
    if (content != null) {
      analyzer.setDetachedContents(List.of(new InMemoryDocument(content)));
    }
    return report(signatures(analyzer), SignatureFormat.CADES, signature -> null);
  }

  private SignatureReport container(DSSDocument document) {
    ASiCContainerWithCAdESAnalyzer analyzer = new ASiCContainerWithCAdESAnalyzer(document);
    List<AdvancedSignature> found = signatures(analyzer);
    List<DSSDocument> contents = analyzer.getSignedDocuments();
    return report(
        found, SignatureFormat.ASIC, signature -> ContainerCoverage.doubtOf(signature, contents));
  }

  private static List<AdvancedSignature> signatures(DefaultDocumentAnalyzer analyzer) {
    // Simple: without sources of certificates and revocations, all of which would be remote.
    analyzer.setCertificateVerifier(new CommonCertificateVerifier(true));
    return analyzer.getSignatures();
  }

  /** What a format knows beyond the signature itself. */
  private interface Coverage {
    @Nullable SignatureDoubt doubtOf(AdvancedSignature signature);
  }

  private SignatureReport report(
      List<AdvancedSignature> found, SignatureFormat format, Coverage coverage) {
    List<CheckedSignature> checked = new ArrayList<>();
    for (AdvancedSignature signature : found) {
      if (checked.size() == SignatureReport.MAX_SIGNATURES) {
        return new SignatureReport(SignatureReading.TOO_MANY, checked);
      }
      checked.add(judge.judge(signature, format, coverage.doubtOf(signature)));
    }
    return new SignatureReport(SignatureReading.COMPLETE, checked);
  }
}
