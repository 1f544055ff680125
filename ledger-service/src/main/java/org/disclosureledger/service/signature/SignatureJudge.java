package org.disclosureledger.service.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.signature.SignatureCryptographicVerification;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.format.Sha256;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.jspecify.annotations.Nullable;

/** Judges one signature: is it over this document, by whom, and does someone vouch for them. */
final class SignatureJudge {
  private static final int SAFE_RSA_BITS = 2048;
  private static final int LONGEST_NAME = 1_000;
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
  private static final Set<DigestAlgorithm> SAFE_DIGESTS =
      EnumSet.of(
          DigestAlgorithm.SHA256,
          DigestAlgorithm.SHA384,
          DigestAlgorithm.SHA512,
          DigestAlgorithm.SHA3_256,
          DigestAlgorithm.SHA3_384,
          DigestAlgorithm.SHA3_512,
          DigestAlgorithm.SHAKE256_512);

  private final TrustAnchors anchors;
  private final Instant now;

  SignatureJudge(TrustAnchors anchors, Instant now) {
    this.anchors = anchors;
    this.now = now;
  }

  /**
   * @param coverage a doubt that the format raises; a broken signature goes before it
   */
  SignatureFinding judge(
      AdvancedSignature signature, SignatureFormat format, @Nullable SignatureDoubt coverage) {
    X509Certificate signer = signer(signature);
    SignatureDoubt doubt = doubt(signature, signer, coverage);
    List<TimestampToken> stamps = intactStamps(signature);
    return new SignatureFinding(
        format,
        outcome(doubt),
        chain(signature, signer, stamps),
        claimed(signature.getSigningTime()),
        !stamps.isEmpty(),
        signer == null ? "" : name(signer),
        signer == null ? "" : sha256(signer),
        doubt);
  }

  private static @Nullable X509Certificate signer(AdvancedSignature signature) {
    CertificateToken token = signature.getSigningCertificateToken();
    return token == null ? null : token.getCertificate();
  }

  private static SignatureOutcome outcome(@Nullable SignatureDoubt doubt) {
    return switch (doubt) {
      case null -> SignatureOutcome.VALID;
      case DOCUMENT_CHANGED, SIGNATURE_WRONG, ENCLOSES_OTHER -> SignatureOutcome.INVALID;
      case CHANGED_BY_ADDITION,
          PARTLY_SIGNED,
          CONTENT_MISSING,
          CERTIFICATE_MISSING,
          ALGORITHM_WEAK,
          NOT_UNDERSTOOD ->
          SignatureOutcome.INDETERMINATE;
    };
  }

  private static @Nullable SignatureDoubt doubt(
      AdvancedSignature signature,
      @Nullable X509Certificate signer,
      @Nullable SignatureDoubt coverage) {
    SignatureCryptographicVerification checked = signature.getSignatureCryptographicVerification();
    if (!checked.isReferenceDataFound()) {
      return SignatureDoubt.CONTENT_MISSING;
    }
    if (!checked.isReferenceDataIntact() || coverage == SignatureDoubt.DOCUMENT_CHANGED) {
      return SignatureDoubt.DOCUMENT_CHANGED;
    }
    if (signer == null) {
      return SignatureDoubt.CERTIFICATE_MISSING;
    }
    if (!checked.isSignatureIntact()) {
      return SignatureDoubt.SIGNATURE_WRONG;
    }
    if (coverage != null) {
      return coverage;
    }
    return isSafe(signature.getDigestAlgorithm(), signer.getPublicKey())
        ? null
        : SignatureDoubt.ALGORITHM_WEAK;
  }

  private static boolean isSafe(@Nullable DigestAlgorithm digest, PublicKey key) {
    return digest != null
        && SAFE_DIGESTS.contains(digest)
        && (!(key instanceof RSAKey rsa) || rsa.getModulus().bitLength() >= SAFE_RSA_BITS);
  }

  private SignatureChain chain(
      AdvancedSignature signature, @Nullable X509Certificate signer, List<TimestampToken> stamps) {
    if (signer == null) {
      return anchors.isEmpty() ? SignatureChain.NOT_CHECKED : SignatureChain.UNTRUSTED;
    }
    return anchors.judge(
        signer, certificates(signature.getCertificates()), proven(stamps), KeyPurpose.SIGNING);
  }

  /**
   * Before which time the signature provably stood: the earliest time-stamp that a trusted
   * authority issued, else now. What the signature claims is its signer's word alone.
   */
  private Instant proven(List<TimestampToken> stamps) {
    Instant earliest = now;
    for (TimestampToken stamp : stamps) {
      Instant at = stamp.getGenerationTime().toInstant();
      Optional<X509Certificate> authority = signerOf(stamp);
      if (at.isBefore(earliest)
          && authority.isPresent()
          && anchors.judge(
                  authority.get(),
                  certificates(stamp.getCertificates()),
                  now,
                  KeyPurpose.TIME_STAMPING)
              == SignatureChain.TRUSTED) {
        earliest = at;
      }
    }
    return earliest;
  }

  private static List<TimestampToken> intactStamps(AdvancedSignature signature) {
    List<TimestampToken> stamps = new ArrayList<>(signature.getSignatureTimestamps());
    stamps.addAll(signature.getDocumentTimestamps());
    return stamps.stream()
        .limit(SignatureReport.MAX_SIGNATURES)
        .filter(stamp ->
            stamp.isMessageImprintDataFound()
                && stamp.isMessageImprintDataIntact()
                && signerOf(stamp).isPresent())
        .toList();
  }

  private static Optional<X509Certificate> signerOf(TimestampToken stamp) {
    for (CertificateToken certificate : stamp.getCertificates()) {
      if (stamp.isSignedBy(certificate)) {
        return Optional.of(certificate.getCertificate());
      }
    }
    return Optional.empty();
  }

  private static List<X509Certificate> certificates(List<CertificateToken> tokens) {
    return tokens.stream().map(CertificateToken::getCertificate).toList();
  }

  private static @Nullable Instant claimed(@Nullable Date time) {
    if (time == null) {
      return null;
    }
    Instant at = time.toInstant().truncatedTo(ChronoUnit.MILLIS);
    return at.isBefore(EARLIEST) || at.isAfter(LATEST) ? null : at;
  }

  private static String name(X509Certificate certificate) {
    String name = certificate.getSubjectX500Principal().getName();
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  private static String sha256(X509Certificate certificate) {
    try {
      return Sha256.hex(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a parsed certificate has an encoding", e);
    }
  }
}
