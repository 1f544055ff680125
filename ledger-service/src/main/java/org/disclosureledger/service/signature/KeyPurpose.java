package org.disclosureledger.service.signature;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a certificate's key may be used for (RFC 5280 §4.2.1.3, §4.2.1.12). */
enum KeyPurpose {
  SIGNING,
  TIME_STAMPING;

  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;
  private static final Set<String> TIME_STAMPING_USAGES = Set.of("1.3.6.1.5.5.7.3.8");

  /** A server's or a program's certificate, of the same authority, signs no letter. */
  private static final Set<String> SIGNING_USAGES =
      Set.of(
          "2.5.29.37.0", // anyExtendedKeyUsage, RFC 5280 §4.2.1.12
          "1.3.6.1.5.5.7.3.4", // id-kp-emailProtection, RFC 5280 §4.2.1.12
          "1.3.6.1.5.5.7.3.36", // id-kp-documentSigning, RFC 9336 §3.1
          "1.3.6.1.4.1.311.10.3.12", // szOID_KP_DOCUMENT_SIGNING, Microsoft
          "1.2.840.113583.1.1.5"); // Authentic Documents Trust, Adobe

  boolean allows(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
      return false;
    }
    List<String> extended = extended(certificate);
    return switch (this) {
      // Without the extension a key is for whatever its usage allows (RFC 5280 §4.2.1.12).
      case SIGNING -> extended == null || !Collections.disjoint(extended, SIGNING_USAGES);
      case TIME_STAMPING ->
          extended != null && !Collections.disjoint(extended, TIME_STAMPING_USAGES);
    };
  }

  private static @Nullable List<String> extended(X509Certificate certificate) {
    try {
      return certificate.getExtendedKeyUsage();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }
}
