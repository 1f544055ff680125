package org.disclosureledger.service.signature;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureSearchTest {
  private static final TestAuthority AUTHORITY = new TestAuthority("CN=Gốc tin cậy mẫu,C=VN");
  private static final TestAuthority STRANGER = new TestAuthority("CN=Gốc lạ,C=VN");
  private static final TestAuthority.Identity OFFICER = AUTHORITY.officer();
  private static final byte[] LETTER =
      "Công văn số 0001/CV-MAU: đề nghị cung cấp".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private SignatureReport search(byte[] document, SignatureFormat format, byte @Nullable [] content)
      throws IOException {
    TrustAnchors anchors =
        TrustAnchors.read(TestAuthority.anchors(folder.resolve("anchors"), AUTHORITY));
    return new SignatureSearch(anchors, Instant.now()).search(document, format, content);
  }

  private SignatureFinding only(byte[] document, SignatureFormat format) throws IOException {
    return only(document, format, null);
  }

  private SignatureFinding only(byte[] document, SignatureFormat format, byte @Nullable [] content)
      throws IOException {
    SignatureReport report = search(document, format, content);
    assertThat(report.reading()).isEqualTo(SignatureReading.COMPLETE);
    assertThat(report.signatures()).hasSize(1);
    return report.signatures().getFirst();
  }

  private static void assertDoubt(
      SignatureFinding checked, SignatureOutcome outcome, SignatureDoubt doubt) {
    assertThat(checked.doubt()).isEqualTo(doubt);
    assertThat(checked.outcome()).isEqualTo(outcome);
  }

  private static byte[] replaced(byte[] bytes, String from, String to) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void aPdfSignedUnderAnAnchorIsValidAndTrusted() throws Exception {
    Instant before = Instant.now().minusSeconds(2);
    SignatureFinding checked =
        only(TestSigning.pades(TestSigning.pdf("Mau 1"), OFFICER), SignatureFormat.PADES);

    assertThat(checked.outcome()).isEqualTo(SignatureOutcome.VALID);
    assertThat(checked.doubt()).isNull();
    assertThat(checked.chain()).isEqualTo(SignatureChain.TRUSTED);
    assertThat(checked.format()).isEqualTo(SignatureFormat.PADES);
    assertThat(checked.signedAt()).isBetween(before, Instant.now());
    assertThat(checked.timestamped()).isFalse();
    assertThat(checked.signer()).contains("CN=Nguyễn Văn Mẫu");
    assertThat(checked.certificate())
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256")
                        .digest(OFFICER.certificate().getEncoded())));
  }

  @Test
  void withoutAnchorsTheSignatureIsValidAndItsChainNotChecked() throws IOException {
    SignatureReport report =
        new SignatureSearch(TrustAnchors.read(null), Instant.now())
            .search(
                TestSigning.pades(TestSigning.pdf("Mau 1"), OFFICER), SignatureFormat.PADES, null);

    assertThat(report.signatures())
        .singleElement()
        .satisfies(checked -> {
          assertThat(checked.outcome()).isEqualTo(SignatureOutcome.VALID);
          assertThat(checked.chain()).isEqualTo(SignatureChain.NOT_CHECKED);
        });
  }

  @Test
  void anUnsignedPdfHasNone() throws IOException {
    assertThat(search(TestSigning.pdf("Mau 1"), SignatureFormat.PADES, null))
        .isEqualTo(SignatureReport.none(SignatureReading.COMPLETE));
  }

  @Test
  void aByteChangedAfterSigningIsInvalid() throws IOException {
    byte[] signed = TestSigning.pades(TestSigning.pdf("Mau 1"), OFFICER);
    // The page's size: still a PDF, no longer the signed one.
    SignatureFinding checked =
        only(replaced(signed, "612.0 792.0", "612.0 791.0"), SignatureFormat.PADES);

    assertDoubt(checked, SignatureOutcome.INVALID, SignatureDoubt.DOCUMENT_CHANGED);
  }

  @Test
  void anAuthorityWithoutAnchorIsUntrusted() throws IOException {
    SignatureFinding checked =
        only(
            TestSigning.pades(TestSigning.pdf("Mau 1"), STRANGER.officer()), SignatureFormat.PADES);

    assertThat(checked.outcome()).isEqualTo(SignatureOutcome.VALID);
    assertThat(checked.chain()).isEqualTo(SignatureChain.UNTRUSTED);
  }

  @Test
  void anExpiredCertificateIsUntrustedWhateverTheSignatureClaims() throws IOException {
    Instant now = Instant.now();
    TestAuthority.Identity expired =
        AUTHORITY.officer(
            TestAuthority.newKey(2048),
            now.minus(Duration.ofDays(300)),
            now.minus(Duration.ofMinutes(1)));
    SignatureFinding checked =
        only(TestSigning.pades(TestSigning.pdf("Mau 1"), expired), SignatureFormat.PADES);

    assertThat(checked.outcome()).isEqualTo(SignatureOutcome.VALID);
    assertThat(checked.chain()).isEqualTo(SignatureChain.UNTRUSTED);
  }

  @Test
  void aTimeStampOfATrustedAuthorityOutlivesTheCertificate() throws IOException {
    Instant now = Instant.now();
    TestAuthority.Identity brief =
        AUTHORITY.officer(
            TestAuthority.newKey(2048),
            now.minus(Duration.ofDays(300)),
            now.plus(Duration.ofDays(1)));
    byte[] pdf = TestSigning.pdf("Mau 1");
    byte[] stamped = TestSigning.pades(pdf, brief, AUTHORITY.timeStamper());
    byte[] strange = TestSigning.pades(pdf, brief, STRANGER.timeStamper());
    byte[] unstamped = TestSigning.pades(pdf, brief);
    SignatureSearch later =
        new SignatureSearch(
            TrustAnchors.read(TestAuthority.anchors(folder.resolve("anchors"), AUTHORITY)),
            now.plus(Duration.ofDays(2)));

    SignatureFinding kept =
        later.search(stamped, SignatureFormat.PADES, null).signatures().getFirst();
    assertThat(kept.timestamped()).isTrue();
    assertThat(kept.chain()).isEqualTo(SignatureChain.TRUSTED);
    assertThat(kept.outcome()).isEqualTo(SignatureOutcome.VALID);
    SignatureFinding unproven =
        later.search(strange, SignatureFormat.PADES, null).signatures().getFirst();
    assertThat(unproven.timestamped()).isTrue();
    assertThat(unproven.chain()).isEqualTo(SignatureChain.UNTRUSTED);
    SignatureFinding lapsed =
        later.search(unstamped, SignatureFormat.PADES, null).signatures().getFirst();
    assertThat(lapsed.timestamped()).isFalse();
    assertThat(lapsed.chain()).isEqualTo(SignatureChain.UNTRUSTED);
  }

  @Test
  void aWeakKeyIsIndeterminate() throws IOException {
    Instant now = Instant.now();
    TestAuthority.Identity weak =
        AUTHORITY.officer(
            TestAuthority.newKey(1024),
            now.minus(Duration.ofDays(1)),
            now.plus(Duration.ofDays(1)));

    assertDoubt(
        only(TestSigning.pades(TestSigning.pdf("Mau 1"), weak), SignatureFormat.PADES),
        SignatureOutcome.INDETERMINATE,
        SignatureDoubt.ALGORITHM_WEAK);
  }

  @Test
  void garbageIsUnreadableOrUnsignedButNeverAnException() throws IOException {
    long seed = System.nanoTime();
    System.out.println("garbage seed " + seed);
    Random random = new Random(seed);
    byte[] signed = TestSigning.pades(TestSigning.pdf("Mau 1"), OFFICER);
    for (int round = 0; round < 40; round++) {
      byte[] garbage = new byte[2_000];
      random.nextBytes(garbage);
      System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, garbage, 0, 9);
      for (SignatureFormat format : SignatureFormat.values()) {
        assertThat(search(garbage, format, null).signatures()).isEmpty();
      }
      // Nothing may be found before the place of the signature, but it may not throw.
      byte[] cut = Arrays.copyOf(signed, 1 + random.nextInt(signed.length - 1));
      search(cut, SignatureFormat.PADES, null)
          .signatures()
          .forEach(checked -> assertThat(checked.outcome()).isNotEqualTo(SignatureOutcome.VALID));
      byte[] endless = Arrays.copyOf(signed, signed.length - 1 - random.nextInt(20));
      SignatureReport report = search(endless, SignatureFormat.PADES, null);
      assertThat(report).isNotEqualTo(SignatureReport.none(SignatureReading.COMPLETE));
      assertThat(report.signatures())
          .noneMatch(checked -> checked.outcome() == SignatureOutcome.VALID);
    }
    assertThat(search(new byte[0], SignatureFormat.CADES, null).reading())
        .isEqualTo(SignatureReading.UNREADABLE);
  }

  @Test
  void aDetachedSignatureIsCheckedAgainstItsDocument() throws IOException {
    byte[] p7s = TestSigning.cades(LETTER, SignaturePackaging.DETACHED, OFFICER);

    SignatureFinding checked = only(p7s, SignatureFormat.CADES, LETTER);
    assertThat(checked.outcome()).isEqualTo(SignatureOutcome.VALID);
    assertThat(checked.chain()).isEqualTo(SignatureChain.TRUSTED);
    assertDoubt(
        only(p7s, SignatureFormat.CADES, "khác".getBytes(StandardCharsets.UTF_8)),
        SignatureOutcome.INVALID,
        SignatureDoubt.DOCUMENT_CHANGED);
    assertDoubt(
        only(p7s, SignatureFormat.CADES),
        SignatureOutcome.INDETERMINATE,
        SignatureDoubt.CONTENT_MISSING);
  }

  @Test
  void anEnvelopingSignatureCarriesItsDocument() throws IOException {
    byte[] p7m = TestSigning.cades(LETTER, SignaturePackaging.ENVELOPING, OFFICER);
    assertThat(only(p7m, SignatureFormat.CADES).outcome()).isEqualTo(SignatureOutcome.VALID);

    assertDoubt(
        only(replaced(p7m, "0001/CV-MAU", "0002/CV-MAU"), SignatureFormat.CADES),
        SignatureOutcome.INVALID,
        SignatureDoubt.DOCUMENT_CHANGED);
  }

  @Test
  void whatAnEnvelopingSignatureEnclosesIsWhatItSigns() throws IOException {
    byte[] p7m = TestSigning.cades(LETTER, SignaturePackaging.ENVELOPING, OFFICER);

    assertThat(only(p7m, SignatureFormat.CADES, LETTER).outcome())
        .isEqualTo(SignatureOutcome.VALID);
    assertDoubt(
        only(p7m, SignatureFormat.CADES, "khác".getBytes(StandardCharsets.UTF_8)),
        SignatureOutcome.INVALID,
        SignatureDoubt.ENCLOSES_OTHER);
  }

  @Test
  void anAlteredSignatureValueIsInvalid() throws IOException {
    byte[] p7m = TestSigning.cades(LETTER, SignaturePackaging.ENVELOPING, OFFICER);
    p7m[p7m.length - 5] ^= 1; // the RSA value is the last thing in it

    assertDoubt(
        only(p7m, SignatureFormat.CADES), SignatureOutcome.INVALID, SignatureDoubt.SIGNATURE_WRONG);
  }

  @Test
  void asicContainersAreCheckedWithAllTheirFiles() throws IOException {
    for (ASiCContainerType type :
        new ASiCContainerType[] {ASiCContainerType.ASiC_S, ASiCContainerType.ASiC_E}) {
      byte[] container = TestSigning.asic(type, OFFICER, LETTER);
      SignatureFinding checked = only(container, SignatureFormat.ASIC);
      assertThat(checked.outcome()).as("%s", type).isEqualTo(SignatureOutcome.VALID);
      assertThat(checked.chain()).isEqualTo(SignatureChain.TRUSTED);
      assertDoubt(
          only(rezipped(container, "cong-van-0.txt", "khác"), SignatureFormat.ASIC),
          SignatureOutcome.INVALID,
          SignatureDoubt.DOCUMENT_CHANGED);
    }
    byte[] two = TestSigning.asic(ASiCContainerType.ASiC_E, OFFICER, LETTER, LETTER);
    assertThat(only(two, SignatureFormat.ASIC).outcome()).isEqualTo(SignatureOutcome.VALID);
  }

  @Test
  void aFileSlippedIntoAContainerIsNotCalledSigned() throws IOException {
    byte[] container = TestSigning.asic(ASiCContainerType.ASiC_E, OFFICER, LETTER);

    assertDoubt(
        only(rezipped(container, "them.txt", "chèn thêm"), SignatureFormat.ASIC),
        SignatureOutcome.INDETERMINATE,
        SignatureDoubt.PARTLY_SIGNED);
  }

  @Test
  void aDocumentTypeDefinitionInAManifestIsNotFollowed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "bí mật");
    byte[] container = TestSigning.asic(ASiCContainerType.ASiC_E, OFFICER, LETTER);
    byte[] hostile =
        rezipped(
            container,
            "META-INF/ASiCManifest001.xml",
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><a>&e;</a>");

    assertThat(search(hostile, SignatureFormat.ASIC, null).signatures())
        .isNotEmpty()
        .noneMatch(checked -> checked.outcome() == SignatureOutcome.VALID);
  }

  /** Replaces an entry, or adds it. */
  private static byte[] rezipped(byte[] container, String name, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean replaced = false;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(container));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        boolean named = entry.getName().equals(name);
        out.write(named ? content.getBytes(StandardCharsets.UTF_8) : in.readAllBytes());
        replaced |= named;
      }
      if (!replaced) {
        out.putNextEntry(new ZipEntry(name));
        out.write(content.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void moreThanTenSignaturesAreSaidToBeMore() throws IOException {
    byte[] signed = TestSigning.pdf("Mau 1");
    for (int i = 0; i < 11; i++) {
      signed = TestSigning.pades(signed, OFFICER);
    }
    SignatureReport report = search(signed, SignatureFormat.PADES, null);

    assertThat(report.reading()).isEqualTo(SignatureReading.TOO_MANY);
    assertThat(report.signatures()).hasSize(SignatureReport.MAX_SIGNATURES);
  }
}
