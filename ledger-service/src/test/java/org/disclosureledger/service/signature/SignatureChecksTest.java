package org.disclosureledger.service.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.enumerations.SignaturePackaging;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checks in their own process, as the service runs them. */
class SignatureChecksTest {
  private static final TestAuthority AUTHORITY = new TestAuthority("CN=Gốc tin cậy mẫu,C=VN");
  private static final Duration LONGEST = Duration.ofMinutes(2); // the machine may be busy

  @TempDir Path folder;

  private SignatureChecks checks() throws IOException {
    Path anchors = TestAuthority.anchors(folder.resolve("gốc-tin-cậy"), AUTHORITY);
    return new SignatureChecks(
        new SignatureProcessCommand(256, anchors), InstantSource.system(), LONGEST, 1);
  }

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  @Test
  void aSignedPdfIsCheckedInAProcessOfItsOwn() throws IOException {
    byte[] signed = TestSigning.pades(TestSigning.pdf("Mau 1"), AUTHORITY.officer());
    SignatureReport report = checks().check(in(signed), "application/pdf", null);

    assertThat(report.reading()).isEqualTo(SignatureReading.COMPLETE);
    assertThat(report.signatures())
        .singleElement()
        .satisfies(checked -> {
          assertThat(checked.outcome()).isEqualTo(SignatureOutcome.VALID);
          assertThat(checked.chain()).isEqualTo(SignatureChain.TRUSTED);
          assertThat(checked.signer()).contains("CN=Nguyễn Văn Mẫu");
          assertThat(checked.signedAt()).isBefore(Instant.now());
        });
  }

  @Test
  void aDetachedSignatureComesWithItsDocument() throws IOException {
    byte[] letter = "Công văn số 0001/CV-MAU".getBytes(StandardCharsets.UTF_8);
    byte[] p7s = TestSigning.cades(letter, SignaturePackaging.DETACHED, AUTHORITY.officer());

    SignatureReport report = checks().check(in(p7s), "application/pkcs7-signature", in(letter));
    assertThat(report.signatures())
        .extracting(SignatureFinding::outcome)
        .containsExactly(SignatureOutcome.VALID);
  }

  @Test
  void anImageStartsNoProcess() throws IOException {
    assertThat(SignatureChecks.formatOf("image/png")).isEmpty();
    InputStream unread =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("an image is not read");
          }
        };
    assertThat(checks().check(unread, "image/png", null))
        .isEqualTo(SignatureReport.none(SignatureReading.COMPLETE));
  }

  @Test
  void anUnsignedDocumentAndGarbageAreAnswered() throws IOException {
    assertThat(checks().check(in(TestSigning.pdf("Mau 1")), "application/pdf", null))
        .isEqualTo(SignatureReport.none(SignatureReading.COMPLETE));
    byte[] garbage = "%PDF-1.7\nkhông phải PDF".getBytes(StandardCharsets.UTF_8);
    assertThat(checks().check(in(garbage), "application/pdf", null))
        .isEqualTo(SignatureReport.none(SignatureReading.UNREADABLE));
    assertThat(checks().check(in(garbage), "application/pkcs7-mime", null))
        .isEqualTo(SignatureReport.none(SignatureReading.UNREADABLE));
  }

  @Test
  void aCheckThatTakesTooLongIsEnded() throws IOException {
    SignatureChecks hasty =
        new SignatureChecks(
            new SignatureProcessCommand(256, null),
            InstantSource.system(),
            Duration.ofMillis(5),
            1);

    assertThat(hasty.check(in(TestSigning.pdf("Mau 1")), "application/pdf", null))
        .isEqualTo(SignatureReport.none(SignatureReading.TOO_COSTLY));
  }

  @Test
  void withoutAFreeSlotNothingIsFound() throws IOException {
    SignatureChecks busy =
        new SignatureChecks(
            new SignatureProcessCommand(256, null),
            InstantSource.system(),
            Duration.ofMillis(5),
            0);

    assertThatThrownBy(() -> busy.check(in(TestSigning.pdf("Mau 1")), "application/pdf", null))
        .isInstanceOf(ChecksUnavailable.class)
        .hasMessage("all checks are busy");
  }

  @Test
  void anchorsThatAreGoneAreNoDocumentsFault() {
    SignatureChecks misled =
        new SignatureChecks(
            new SignatureProcessCommand(256, folder.resolve("không-có")),
            InstantSource.system(),
            LONGEST,
            1);

    assertThatThrownBy(() -> misled.check(in(TestSigning.pdf("Mau 1")), "application/pdf", null))
        .isInstanceOf(ChecksUnavailable.class)
        .hasMessageContaining("NOT_SET_UP");
  }

  @Test
  void aProcessThatDoesNotStartIsNoDocumentsFault() {
    SignatureChecks starved =
        new SignatureChecks(
            new SignatureProcessCommand(1_000_000_000, null), InstantSource.system(), LONGEST, 1);

    assertThatThrownBy(() -> starved.check(in(TestSigning.pdf("Mau 1")), "application/pdf", null))
        .isInstanceOf(ChecksUnavailable.class)
        .hasMessageContaining("NOT_STARTED");
  }

  @Test
  void aDocumentThatUnpacksBeyondMemoryEndsOnlyItsProcess() throws IOException {
    SignatureReport report =
        checks().check(in(zipBomb(600)), "application/vnd.etsi.asic-e+zip", null);
    assertThat(report.signatures()).isEmpty();
    assertThat(report.reading()).isNotEqualTo(SignatureReading.COMPLETE);

    SignatureReport pdf = checks().check(in(pdfBomb(600)), "application/pdf", null);
    assertThat(pdf.signatures()).isEmpty();
    assertThat(pdf.reading()).isNotEqualTo(SignatureReading.COMPLETE);
  }

  private static byte[] zipBomb(int mebibytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write("application/vnd.etsi.asic-e+zip".getBytes(StandardCharsets.US_ASCII));
      zip.putNextEntry(new ZipEntry("META-INF/signature.p7s"));
      zeros(zip, mebibytes);
    }
    return bytes.toByteArray();
  }

  /** A cross-reference stream that unpacks to as many mebibytes. */
  private static byte[] pdfBomb(int mebibytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      zeros(deflater, mebibytes);
    }
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    String head = "%PDF-1.7\n";
    String object =
        "1 0 obj\n<</Type/XRef/Size 100000000/W[1 4 2]/Root 2 0 R/Filter/FlateDecode/Length "
            + packed.size()
            + ">>\nstream\n";
    pdf.writeBytes((head + object).getBytes(StandardCharsets.US_ASCII));
    pdf.writeBytes(packed.toByteArray());
    pdf.writeBytes(
        ("\nendstream\nendobj\nstartxref\n" + head.length() + "\n%%EOF\n")
            .getBytes(StandardCharsets.US_ASCII));
    return pdf.toByteArray();
  }

  private static void zeros(java.io.OutputStream to, int mebibytes) throws IOException {
    byte[] mebibyte = new byte[1024 * 1024];
    for (int i = 0; i < mebibytes; i++) {
      to.write(mebibyte);
    }
  }

  @Test
  void aSourceThatFailsIsNotTakenForABadDocument() throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the store went away");
          }
        };

    assertThatThrownBy(() -> checks().check(broken, "application/pdf", null))
        .isInstanceOf(IOException.class)
        .hasMessage("the store went away");
  }

  @ParameterizedTest
  @EnumSource
  void everyDoubtIsToldInBothLanguages(SignatureDoubt doubt) {
    assertThat(doubt.vi()).isNotBlank().isNotEqualTo(doubt.en());
    assertThat(doubt.en()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void everyReadingIsToldInBothLanguages(SignatureReading reading) {
    assertThat(reading.vi()).isNotBlank().isNotEqualTo(reading.en());
    assertThat(reading.en()).isNotBlank();
  }
}
