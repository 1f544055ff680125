package org.disclosureledger.service.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.jspecify.annotations.Nullable;

/** The authorities whose certificates an administrator trusts: PEM or DER files of one folder. */
final class TrustAnchors {
  private static final int MAX_PATH = 8;
  private static final Set<String> ENDINGS = Set.of("pem", "crt", "cer", "der");

  private final Set<X509Certificate> certificates;

  private TrustAnchors(Set<X509Certificate> certificates) {
    this.certificates = certificates;
  }

  /**
   * Reads every {@code *.pem}, {@code *.crt}, {@code *.cer} and {@code *.der} of the folder, each
   * with one or more certificates.
   *
   * @param folder absent: no authority is trusted, and no chain is checked
   * @throws StartRefused when the folder or a file in it cannot be read, or it holds no
   *     certificate: somebody who names a folder wants chains to be checked
   */
  static TrustAnchors read(@Nullable Path folder) {
    Set<X509Certificate> read = new HashSet<>();
    if (folder == null) {
      return new TrustAnchors(read);
    }
    if (!Files.isDirectory(folder)) {
      throw new StartRefused("ledger.signatures.anchors: " + folder + " is no folder");
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, TrustAnchors::isCertificate)) {
      for (Path file : files) {
        read.addAll(certificates(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the anchors in " + folder, e);
    }
    if (read.isEmpty()) {
      throw new StartRefused(
          "ledger.signatures.anchors: " + folder + " holds no .pem, .crt, .cer or .der");
    }
    return new TrustAnchors(read);
  }

  private static boolean isCertificate(Path file) {
    String name = file.toString();
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private static Set<X509Certificate> certificates(Path file) throws IOException {
    Set<X509Certificate> read = new HashSet<>();
    try (InputStream in = Files.newInputStream(file)) {
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        read.add((X509Certificate) certificate);
      }
    } catch (CertificateException e) {
      throw new StartRefused(
          "ledger.signatures.anchors: " + file + " is no certificate: " + e.getMessage(), e);
    }
    if (read.isEmpty()) {
      throw new StartRefused("ledger.signatures.anchors: " + file + " holds no certificate");
    }
    return read;
  }

  /** Whether no authority is configured. */
  boolean isEmpty() {
    return certificates.isEmpty();
  }

  /**
   * @param beside certificates that came with the signature: steps of a path, never its end
   * @param usage what the certificate must be for
   */
  SignatureChain judge(
      X509Certificate certificate,
      Collection<X509Certificate> beside,
      Instant at,
      KeyPurpose usage) {
    if (certificates.isEmpty()) {
      return SignatureChain.NOT_CHECKED;
    }
    return usage.allows(certificate) && leadsToAnAnchor(certificate, beside, at)
        ? SignatureChain.TRUSTED
        : SignatureChain.UNTRUSTED;
  }

  private boolean leadsToAnAnchor(
      X509Certificate certificate, Collection<X509Certificate> beside, Instant at) {
    try {
      if (certificates.contains(certificate)) {
        certificate.checkValidity(Date.from(at));
        return true;
      }
      Set<TrustAnchor> anchors = new HashSet<>();
      for (X509Certificate anchor : certificates) {
        // PKIX does not look at an anchor's own validity; an authority past its end signs no more.
        if (!at.isBefore(anchor.getNotBefore().toInstant())
            && !at.isAfter(anchor.getNotAfter().toInstant())) {
          anchors.add(new TrustAnchor(anchor, null));
        }
      }
      if (anchors.isEmpty()) {
        return false;
      }
      X509CertSelector target = new X509CertSelector();
      target.setCertificate(certificate);
      PKIXBuilderParameters path = new PKIXBuilderParameters(anchors, target);
      path.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(beside)));
      path.setRevocationEnabled(false); // it would need the network
      path.setMaxPathLength(MAX_PATH);
      path.setDate(Date.from(at));
      CertPathBuilder.getInstance("PKIX", "SUN").build(path);
      return true;
    } catch (CertPathBuilderException | CertificateException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has PKIX", e);
    }
  }
}
