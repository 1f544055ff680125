package org.disclosureledger.service.signature;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESTimestampParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.jspecify.annotations.Nullable;

/** Documents made and signed at test time. */
public final class TestSigning {
  private TestSigning() {}

  public static byte[] pdf(String text) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      write(document, page, text, PDPageContentStream.AppendMode.OVERWRITE);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static void write(
      PDDocument document, PDPage page, String text, PDPageContentStream.AppendMode mode)
      throws IOException {
    try (PDPageContentStream content = new PDPageContentStream(document, page, mode, false)) {
      content.beginText();
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
      content.newLineAtOffset(72, 700);
      content.showText(text);
      content.endText();
    }
  }

  /** Appends another text to the page, as an incremental update: signed bytes stay. */
  static byte[] withAddition(byte[] pdf, String text) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDPage page = document.getPage(0);
      write(document, page, text, PDPageContentStream.AppendMode.APPEND);
      page.getCOSObject().setNeedToBeUpdated(true);
      page.getResources().getCOSObject().setNeedToBeUpdated(true);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.saveIncremental(bytes);
      return bytes.toByteArray();
    }
  }

  /** What somebody does to a document that is open. */
  interface Change {
    void to(PDDocument document) throws IOException;
  }

  /** Saves as an incremental update: signed bytes stay. */
  static byte[] changed(byte[] pdf, Change change) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      change.to(document);
      document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.saveIncremental(bytes);
      return bytes.toByteArray();
    }
  }

  /** Two pages, on the first a text field that shows its value. */
  static byte[] form(String value) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      write(document, page, "Mau 1", PDPageContentStream.AppendMode.OVERWRITE);
      PDPage second = new PDPage();
      document.addPage(second);
      write(document, second, "Mau 2", PDPageContentStream.AppendMode.OVERWRITE);
      PDAcroForm form = new PDAcroForm(document);
      document.getDocumentCatalog().setAcroForm(form);
      PDTextField field = new PDTextField(form);
      field.setPartialName("thue-bao");
      field.getCOSObject().setString(COSName.V, value);
      PDAnnotationWidget widget = field.getWidgets().getFirst();
      widget.setRectangle(new PDRectangle(72, 600, 200, 20));
      widget.setPage(page);
      widget.setAppearance(new PDAppearanceDictionary());
      show(document, widget, value);
      page.getAnnotations().add(widget);
      form.getFields().add(field);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  static void show(PDDocument document, PDAnnotationWidget widget, String text) throws IOException {
    PDAppearanceStream look = new PDAppearanceStream(document);
    look.setBBox(new PDRectangle(200, 20));
    try (OutputStream to = look.getCOSObject().createOutputStream()) {
      to.write(("% " + text).getBytes(StandardCharsets.US_ASCII));
    }
    widget.getAppearance().setNormalAppearance(look);
    widget.getAppearance().getCOSObject().setNeedToBeUpdated(true);
    widget.getCOSObject().setNeedToBeUpdated(true);
  }

  /** Adds a time-stamp over the whole document as it is. */
  static byte[] stamped(byte[] pdf, TestAuthority.Identity stamper) {
    PAdESTimestampParameters parameters = new PAdESTimestampParameters();
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    PAdESService service = new PAdESService(verifier());
    stampBy(stamper, service::setTspSource);
    DSSDocument document = new InMemoryDocument(pdf, "cong-van.pdf", MimeTypeEnum.PDF);
    return DSSUtils.toByteArray(service.timestamp(document, parameters));
  }

  public static byte[] pades(byte[] pdf, TestAuthority.Identity signer) {
    return pades(pdf, signer, null);
  }

  static byte[] pades(
      byte[] pdf, TestAuthority.Identity signer, TestAuthority.@Nullable Identity stamper) {
    PAdESSignatureParameters parameters = new PAdESSignatureParameters();
    parameters.setSignatureLevel(
        stamper == null ? SignatureLevel.PAdES_BASELINE_B : SignatureLevel.PAdES_BASELINE_T);
    by(parameters, signer);
    PAdESService service = new PAdESService(verifier());
    stampBy(stamper, service::setTspSource);
    DSSDocument document = new InMemoryDocument(pdf, "cong-van.pdf", MimeTypeEnum.PDF);
    return DSSUtils.toByteArray(
        service.signDocument(
            document,
            parameters,
            sign(service.getDataToSign(document, parameters).getBytes(), signer)));
  }

  public static byte[] cades(
      byte[] content, SignaturePackaging packaging, TestAuthority.Identity signer) {
    CAdESSignatureParameters parameters = new CAdESSignatureParameters();
    parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
    parameters.setSignaturePackaging(packaging);
    by(parameters, signer);
    CAdESService service = new CAdESService(verifier());
    DSSDocument document = new InMemoryDocument(content, "cong-van.pdf");
    return DSSUtils.toByteArray(
        service.signDocument(
            document,
            parameters,
            sign(service.getDataToSign(document, parameters).getBytes(), signer)));
  }

  static byte[] asic(ASiCContainerType type, TestAuthority.Identity signer, byte[]... contents) {
    ASiCWithCAdESSignatureParameters parameters = new ASiCWithCAdESSignatureParameters();
    parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
    parameters.aSiC().setContainerType(type);
    by(parameters, signer);
    List<DSSDocument> documents = new ArrayList<>();
    for (byte[] content : contents) {
      documents.add(new InMemoryDocument(content, "cong-van-" + documents.size() + ".txt"));
    }
    ASiCWithCAdESService service = new ASiCWithCAdESService(verifier());
    return DSSUtils.toByteArray(
        service.signDocument(
            documents,
            parameters,
            sign(service.getDataToSign(documents, parameters).getBytes(), signer)));
  }

  private static CommonCertificateVerifier verifier() {
    CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
    verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
    return verifier;
  }

  private static void stampBy(
      TestAuthority.@Nullable Identity stamper,
      java.util.function.Consumer<eu.europa.esig.dss.spi.x509.tsp.TSPSource> service) {
    if (stamper == null) {
      return;
    }
    KeyEntityTSPSource source =
        new KeyEntityTSPSource(
            stamper.key(),
            new CertificateToken(stamper.certificate()),
            stamper.chain().stream().map(CertificateToken::new).toList());
    source.setTsaPolicy("1.2.3.4");
    service.accept(source);
  }

  private static void by(CAdESSignatureParameters parameters, TestAuthority.Identity signer) {
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    parameters.setEncryptionAlgorithm(EncryptionAlgorithm.RSA);
    parameters.setSigningCertificate(new CertificateToken(signer.certificate()));
    parameters.setCertificateChain(signer.chain().stream().map(CertificateToken::new).toList());
  }

  private static SignatureValue sign(byte[] bytes, TestAuthority.Identity signer) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(signer.key());
      signature.update(bytes);
      return new SignatureValue(SignatureAlgorithm.RSA_SHA256, signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
