package org.disclosureledger.service.signature;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** What a certificate's key may be used for (RFC 5280 §4.2.1.3, §4.2.1.12). */
enum KeyPurpose {
  SIGNING,
  TIME_STAMPING;

  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;
  private static final String TIME_STAMPING_USAGE = "1.3.6.1.5.5.7.3.8";

  boolean allows(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
      return false;
    }
    return this == SIGNING || stampsTime(certificate);
  }

  private static boolean stampsTime(X509Certificate certificate) {
    try {
      List<String> extended = certificate.getExtendedKeyUsage();
      return extended != null && extended.contains(TIME_STAMPING_USAGE);
    } catch (CertificateParsingException e) {
      return false;
    }
  }
}
