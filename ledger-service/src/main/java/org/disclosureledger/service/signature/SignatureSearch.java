package org.disclosureledger.service.signature;

import eu.europa.esig.dss.asic.cades.validation.ASiCContainerWithCAdESAnalyzer;
import eu.europa.esig.dss.cades.validation.CMSDocumentAnalyzer;
import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.CMSUtils;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.ServiceLoaderPdfObjFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.validation.analyzer.DefaultDocumentAnalyzer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
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
      return switch (format) {
        case PADES -> pdf(document);
        case CADES -> cms(new InMemoryDocument(document), content);
        case ASIC -> container(new InMemoryDocument(document));
      };
    } catch (RuntimeException | StackOverflowError e) {
      // Libraries fail in many ways over malformed input: each says that it cannot be read.
      return SignatureReport.none(SignatureReading.UNREADABLE);
    }
  }

  private SignatureReport pdf(byte[] document) {
    ServiceLoaderPdfObjFactory pdf = new ServiceLoaderPdfObjFactory();
    pdf.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.memoryBuffered());
    PDFDocumentAnalyzer analyzer = new PDFDocumentAnalyzer(new InMemoryDocument(document));
    analyzer.setPdfObjFactory(pdf);
    List<AdvancedSignature> found = signatures(analyzer);
    PdfAdditions additions = new PdfAdditions(document, found, this::isGood);
    return report(
        found,
        SignaturePlaces.inPdf(document) - found.size(),
        SignatureFormat.PADES,
        signature -> additions.doubtOf((PAdESSignature) signature));
  }

  private boolean isGood(AdvancedSignature signature) {
    SignatureFinding checked = judge.judge(signature, SignatureFormat.PADES, null);
    return checked.outcome() == SignatureOutcome.VALID && checked.chain() == SignatureChain.TRUSTED;
  }

  private SignatureReport cms(DSSDocument document, byte @Nullable [] content) {
    CMSDocumentAnalyzer analyzer = new CMSDocumentAnalyzer(document);
    SignatureDoubt doubt = null;
    if (content != null) {
      analyzer.setDetachedContents(List.of(new InMemoryDocument(content)));
      doubt = enclosesOther(document, content) ? SignatureDoubt.ENCLOSES_OTHER : null;
    }
    List<AdvancedSignature> found = signatures(analyzer);
    SignatureDoubt coverage = doubt;
    // The file is a signature and nothing else: without a signer it is none that we can read.
    return report(found, found.isEmpty() ? 1 : 0, SignatureFormat.CADES, signature -> coverage);
  }

  /** What it encloses is signed then, whatever it is said to sign. */
  private static boolean enclosesOther(DSSDocument document, byte[] content) {
    CMS cms = CMSUtils.parseToCMS(document);
    return !cms.isDetachedSignature()
        && !Arrays.equals(DSSUtils.toByteArray(cms.getSignedContent()), content);
  }

  private SignatureReport container(DSSDocument document) {
    ASiCContainerWithCAdESAnalyzer analyzer = new ASiCContainerWithCAdESAnalyzer(document);
    List<AdvancedSignature> found = signatures(analyzer);
    List<DSSDocument> contents = analyzer.getSignedDocuments();
    return report(
        found,
        SignaturePlaces.unreadIn(analyzer, found),
        SignatureFormat.ASIC,
        signature -> ContainerCoverage.doubtOf(signature, contents));
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

  /**
   * @param unread how many signatures more there are than were found
   */
  private SignatureReport report(
      List<AdvancedSignature> found, int unread, SignatureFormat format, Coverage coverage) {
    List<SignatureFinding> checked = new ArrayList<>();
    for (AdvancedSignature signature : found) {
      if (checked.size() == SignatureReport.MAX_SIGNATURES) {
        return new SignatureReport(SignatureReading.TOO_MANY, checked);
      }
      checked.add(judge.judge(signature, format, coverage.doubtOf(signature)));
    }
    for (int i = 0; i < unread && checked.size() < SignatureReport.MAX_SIGNATURES; i++) {
      checked.add(SignatureFinding.unread(format));
    }
    return new SignatureReport(
        unread > 0 ? SignatureReading.UNREADABLE : SignatureReading.COMPLETE, checked);
  }
}
