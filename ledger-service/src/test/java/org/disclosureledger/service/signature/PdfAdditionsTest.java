package org.disclosureledger.service.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may come after a signature, and what is there but cannot be read. */
class PdfAdditionsTest {
  private static final TestAuthority AUTHORITY = new TestAuthority("CN=Gốc tin cậy mẫu,C=VN");
  private static final TestAuthority STRANGER = new TestAuthority("CN=Gốc lạ,C=VN");
  private static final TestAuthority.Identity OFFICER = AUTHORITY.officer();

  @TempDir Path folder;
  private byte[] signed = {};

  @BeforeEach
  void sign() throws IOException {
    signed = TestSigning.pades(TestSigning.form("0900000001"), OFFICER);
    assertThat(outcomes(signed)).containsExactly(SignatureOutcome.VALID);
  }

  private SignatureReport search(byte[] document, SignatureFormat format) throws IOException {
    Path anchors = TestAuthority.anchors(folder.resolve("anchors"), AUTHORITY);
    return new SignatureSearch(TrustAnchors.read(anchors), Instant.now())
        .search(document, format, null);
  }

  private List<SignatureOutcome> outcomes(byte[] pdf) throws IOException {
    SignatureReport report = search(pdf, SignatureFormat.PADES);
    assertThat(report.reading()).isEqualTo(SignatureReading.COMPLETE);
    return report.signatures().stream().map(SignatureFinding::outcome).toList();
  }

  /**
   * The first signature is in doubt though a trusted officer signed what became of the document.
   */
  private void spoils(TestSigning.Change change) throws IOException {
    byte[] changed = TestSigning.changed(signed, change);
    assertThat(changed.length).isGreaterThan(signed.length);
    for (byte[] pdf : List.of(changed, TestSigning.pades(changed, OFFICER))) {
      SignatureFinding first = search(pdf, SignatureFormat.PADES).signatures().getFirst();
      assertThat(first.doubt()).isEqualTo(SignatureDoubt.CHANGED_BY_ADDITION);
      assertThat(first.outcome()).isEqualTo(SignatureOutcome.INDETERMINATE);
    }
    assertThat(outcomes(TestSigning.pades(changed, OFFICER)))
        .containsExactly(SignatureOutcome.INDETERMINATE, SignatureOutcome.VALID);
  }

  @Test
  void aFieldsNewValueSpoilsTheSignatureBeforeIt() throws IOException {
    spoils(document -> {
      PDField field = document.getDocumentCatalog().getAcroForm().getField("thue-bao");
      field.getCOSObject().setString(COSName.V, "0900000002");
      field.getCOSObject().setNeedToBeUpdated(true);
    });
  }

  @Test
  void anAnnotationsNewLookSpoilsTheSignatureBeforeIt() throws IOException {
    spoils(document -> {
      PDField field = document.getDocumentCatalog().getAcroForm().getField("thue-bao");
      TestSigning.show(document, field.getWidgets().getFirst(), "0900000002");
    });
  }

  @Test
  void anAnnotationThatIsHiddenSpoilsTheSignatureBeforeIt() throws IOException {
    spoils(document -> {
      PDField field = document.getDocumentCatalog().getAcroForm().getField("thue-bao");
      field.getWidgets().getFirst().setHidden(true);
      field.getCOSObject().setNeedToBeUpdated(true);
    });
  }

  @Test
  void namesInTheCatalogSpoilTheSignatureBeforeThem() throws IOException {
    spoils(document ->
        document.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, new COSDictionary()));
  }

  @Test
  void pagesInAnotherOrderSpoilTheSignatureBeforeThem() throws IOException {
    spoils(document -> {
      COSDictionary pages = document.getPages().getCOSObject();
      COSArray kids = pages.getCOSArray(COSName.KIDS);
      COSObject first = (COSObject) kids.get(0);
      kids.set(0, kids.get(1));
      kids.set(1, first);
      kids.setNeedToBeUpdated(true);
      pages.setNeedToBeUpdated(true);
    });
  }

  @Test
  void anotherTextOnThePageSpoilsTheSignatureBeforeIt() throws IOException {
    byte[] added = TestSigning.withAddition(signed, "va them 0900000002");
    assertThat(outcomes(added)).containsExactly(SignatureOutcome.INDETERMINATE);
    assertThat(outcomes(TestSigning.pades(added, OFFICER)))
        .containsExactly(SignatureOutcome.INDETERMINATE, SignatureOutcome.VALID);
  }

  @Test
  void bytesThatNoObjectExplainsAreAnAddition() throws IOException {
    byte[] trailing = Arrays.copyOf(signed, signed.length + 100);
    Arrays.fill(trailing, signed.length, trailing.length, (byte) '%');
    assertThat(outcomes(trailing)).containsExactly(SignatureOutcome.INDETERMINATE);
  }

  @Test
  void aTrustedSecondSignatureDoesNotSpoilTheFirst() throws IOException {
    byte[] twice = TestSigning.pades(signed, AUTHORITY.officer());
    assertThat(outcomes(twice)).containsExactly(SignatureOutcome.VALID, SignatureOutcome.VALID);
  }

  @Test
  void aTimeStampOverAllSpoilsNothing() throws IOException {
    byte[] stamped = TestSigning.stamped(signed, AUTHORITY.timeStamper());
    assertThat(outcomes(stamped)).containsExactly(SignatureOutcome.VALID);
  }

  @Test
  void aStrangersSignatureOverAllVouchesForNothing() throws IOException {
    SignatureReport report =
        search(TestSigning.pades(signed, STRANGER.officer()), SignatureFormat.PADES);
    assertThat(report.signatures())
        .extracting(SignatureFinding::outcome)
        .containsExactly(SignatureOutcome.INDETERMINATE, SignatureOutcome.VALID);
    assertThat(report.signatures())
        .extracting(SignatureFinding::chain)
        .containsExactly(SignatureChain.TRUSTED, SignatureChain.UNTRUSTED);
  }

  @Test
  void aBrokenSignatureOverAllVouchesForNothing() throws IOException {
    byte[] broken = TestSigning.pades(signed, AUTHORITY.officer());
    int end = placeOfLast(broken);
    while (broken[end] != '>') {
      end++;
    }
    do {
      end--;
    } while (broken[end] == '0');
    broken[end - 8] = (byte) (broken[end - 8] == '1' ? '2' : '1');

    assertThat(outcomes(broken))
        .containsExactly(SignatureOutcome.INDETERMINATE, SignatureOutcome.INVALID);
  }

  /** Of the first hexadecimal digit of the last signature. */
  private static int placeOfLast(byte[] pdf) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    return text.lastIndexOf("/Contents <") + "/Contents <".length();
  }

  @Test
  void aSignatureThatCannotBeParsedIsNotCalledNone() throws IOException {
    byte[] unreadable = signed.clone();
    Arrays.fill(unreadable, placeOfLast(signed), placeOfLast(signed) + 8, (byte) 'f');

    SignatureReport report = search(unreadable, SignatureFormat.PADES);
    assertThat(report.reading()).isEqualTo(SignatureReading.UNREADABLE);
    assertThat(report.signatures()).containsExactly(SignatureFinding.unread(SignatureFormat.PADES));
  }

  @Test
  void aContainerSignedByXadesIsNotCalledUnsigned() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, "mimetype", "application/vnd.etsi.asic-e+zip");
      entry(zip, "cong-van.txt", "Công văn số 0001/CV-MAU");
      entry(zip, "META-INF/signatures.xml", "<XAdESSignatures/>");
    }
    SignatureReport report = search(bytes.toByteArray(), SignatureFormat.ASIC);
    assertThat(report.reading()).isEqualTo(SignatureReading.UNREADABLE);
    assertThat(report.signatures()).containsExactly(SignatureFinding.unread(SignatureFormat.ASIC));
  }

  private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
  }
}
