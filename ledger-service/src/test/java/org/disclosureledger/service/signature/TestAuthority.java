package org.disclosureledger.service.signature;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority invented for one test run; its people do not exist. */
public final class TestAuthority {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final AtomicInteger SERIAL = new AtomicInteger(1);
  private static final String OFFICER = "CN=Nguyễn Văn Mẫu,O=Cơ quan Mẫu,C=VN";

  /** A key and the certificates from its own to the authority's. */
  public record Identity(PrivateKey key, List<X509Certificate> chain) {
    public X509Certificate certificate() {
      return chain.getFirst();
    }
  }

  private enum Kind {
    AUTHORITY,
    OFFICER,
    TIME_STAMPER
  }

  private final String name;
  private final KeyPair key = newKey(2048);
  private final X509Certificate certificate;

  public TestAuthority(String name) {
    this.name = name;
    Instant now = Instant.now();
    this.certificate = issue(name, key, now.minus(YEAR), now.plus(YEAR), Kind.AUTHORITY);
  }

  static KeyPair newKey(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  X509Certificate certificate() {
    return certificate;
  }

  public Identity officer() {
    return officer(newKey(2048), Instant.now().minus(YEAR), Instant.now().plus(YEAR));
  }

  Identity officer(KeyPair own, Instant from, Instant until) {
    return new Identity(
        own.getPrivate(), List.of(issue(OFFICER, own, from, until, Kind.OFFICER), certificate));
  }

  /** A certificate for these purposes alone. */
  Identity officerFor(KeyPurposeId... purposes) {
    KeyPair own = newKey(2048);
    Instant now = Instant.now();
    return new Identity(
        own.getPrivate(),
        List.of(
            issue(OFFICER, own, now.minus(YEAR), now.plus(YEAR), Kind.OFFICER, purposes),
            certificate));
  }

  Identity timeStamper() {
    KeyPair own = newKey(2048);
    Instant now = Instant.now();
    return new Identity(
        own.getPrivate(),
        List.of(
            issue(
                "CN=Dấu thời gian mẫu,C=VN",
                own,
                now.minus(YEAR),
                now.plus(YEAR),
                Kind.TIME_STAMPER,
                KeyPurposeId.id_kp_timeStamping),
            certificate));
  }

  private X509Certificate issue(
      String subject,
      KeyPair own,
      Instant from,
      Instant until,
      Kind kind,
      KeyPurposeId... purposes) {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              new X500Name(name),
              BigInteger.valueOf(SERIAL.getAndIncrement()),
              Date.from(from),
              Date.from(until),
              new X500Name(subject),
              own.getPublic());
      boolean authority = kind == Kind.AUTHORITY;
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
      if (purposes.length > 0) {
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purposes));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key.getPrivate())));
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  /** Makes the folder that trusts these authorities. */
  public static Path anchors(Path folder, TestAuthority... trusted) throws IOException {
    Files.createDirectories(folder);
    for (TestAuthority authority : trusted) {
      StringWriter pem = new StringWriter();
      try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
        writer.writeObject(authority.certificate());
      }
      Files.writeString(folder.resolve(SERIAL.getAndIncrement() + ".pem"), pem.toString());
    }
    return folder;
  }
}
