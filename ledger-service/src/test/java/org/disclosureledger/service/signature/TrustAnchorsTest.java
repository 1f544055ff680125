package org.disclosureledger.service.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.enumerations.SignaturePackaging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom an administrator trusts, and for what. */
class TrustAnchorsTest {
  private static final TestAuthority AUTHORITY = new TestAuthority("CN=Gốc tin cậy mẫu,C=VN");
  private static final TestAuthority.Identity OFFICER = AUTHORITY.officer();
  private static final byte[] LETTER =
      "Công văn số 0001/CV-MAU: đề nghị cung cấp".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private static SignatureFinding checked(byte[] p7s, Path anchors) {
    SignatureReport report =
        new SignatureSearch(TrustAnchors.read(anchors), Instant.now())
            .search(p7s, SignatureFormat.CADES, LETTER);
    assertThat(report.signatures()).hasSize(1);
    return report.signatures().getFirst();
  }

  @Test
  void aCertificateForOtherPurposesIsUntrusted() throws IOException {
    Path anchors = TestAuthority.anchors(folder.resolve("anchors"), AUTHORITY);
    KeyPurposeId document =
        KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36"));
    Map<SignatureChain, List<KeyPurposeId[]>> purposes =
        Map.of(
            SignatureChain.UNTRUSTED,
            List.of(
                new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth},
                new KeyPurposeId[] {KeyPurposeId.id_kp_codeSigning, KeyPurposeId.id_kp_clientAuth}),
            SignatureChain.TRUSTED,
            List.of(
                new KeyPurposeId[] {
                  KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_emailProtection
                },
                new KeyPurposeId[] {document},
                new KeyPurposeId[] {KeyPurposeId.anyExtendedKeyUsage}));
    for (var expected : purposes.entrySet()) {
      for (KeyPurposeId[] purpose : expected.getValue()) {
        byte[] p7s =
            TestSigning.cades(LETTER, SignaturePackaging.DETACHED, AUTHORITY.officerFor(purpose));
        SignatureFinding checked = checked(p7s, anchors);
        assertThat(checked.outcome()).isEqualTo(SignatureOutcome.VALID);
        assertThat(checked.chain()).as("%s", (Object) purpose).isEqualTo(expected.getKey());
      }
    }
  }

  @Test
  void anAnchorThatIsNoCertificateRefusesTheStart() throws IOException {
    Path anchors = Files.createDirectory(folder.resolve("anchors"));
    Files.writeString(anchors.resolve("a.pem"), "không phải chứng thư");

    assertThatThrownBy(() -> TrustAnchors.read(anchors))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("a.pem");
    assertThatThrownBy(() -> TrustAnchors.read(folder.resolve("none")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("is no folder");
  }

  @Test
  void anchorsAreReadFromEveryUsualFileAndAtLeastOneIsNeeded() throws Exception {
    Path anchors = Files.createDirectory(folder.resolve("anchors"));
    Files.writeString(anchors.resolve("README"), "của người quản trị");
    assertThatThrownBy(() -> TrustAnchors.read(anchors))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("holds no");
    byte[] p7s = TestSigning.cades(LETTER, SignaturePackaging.DETACHED, OFFICER);
    for (String name : List.of("a.der", "a.cer", "a.CRT")) {
      Path file = Files.write(anchors.resolve(name), AUTHORITY.certificate().getEncoded());
      assertThat(checked(p7s, anchors).chain()).isEqualTo(SignatureChain.TRUSTED);
      Files.delete(file);
    }
  }
}
