package org.disclosureledger.service.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcEdECContentSignerBuilder;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.database.SecretFile;
import org.jspecify.annotations.Nullable;

/** One PKCS#12 file (RFC 7292) and what it held when it was read last. Not safe for threads. */
final class KeyContainer {
  // RFC 5280 §4.1.2.5: a certificate without an expiry; here it is but the container's envelope.
  private static final Instant NO_EXPIRY = Instant.parse("9999-12-31T23:59:59Z");

  /** Tells two states of the file apart: each write makes a new file and renames it. */
  private record Stamp(FileTime modified, long size, @Nullable Object fileKey) {}

  private final Path file;
  private final char[] password;
  private KeyStore store;
  private @Nullable Stamp stamp;

  /** Reads the file; one that is not there is an empty container. */
  KeyContainer(Path file, char[] password) throws GeneralSecurityException, IOException {
    this.file = file;
    this.password = password;
    this.stamp = stampNow();
    this.store = read();
  }

  /** Reads the file again if it is another than the one read last; says whether it was. */
  boolean refresh() throws GeneralSecurityException, IOException {
    Stamp now = stampNow();
    if (now == null ? stamp == null : now.equals(stamp)) {
      return false;
    }
    reload();
    return true;
  }

  void reload() throws GeneralSecurityException, IOException {
    // Stamped before it is read: a file that changes in between is read once more, never missed.
    Stamp before = stampNow();
    store = read();
    stamp = before;
  }

  private @Nullable Stamp stampNow() throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
  }

  private KeyStore read() throws GeneralSecurityException, IOException {
    KeyStore read = KeyStore.getInstance("PKCS12");
    if (Files.exists(file)) {
      read.load(new ByteArrayInputStream(SecretFile.read(file)), password);
    } else {
      read.load(null, password);
    }
    return read;
  }

  void write() throws GeneralSecurityException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, password);
    SecretFile.write(file, bytes.toByteArray());
    stamp = stampNow();
  }

  Optional<Ed25519PrivateKeyParameters> signing(String role, Origin origin)
      throws GeneralSecurityException, IOException {
    if (!(store.getKey(alias(role, origin), password) instanceof PrivateKey key)) {
      return Optional.empty();
    }
    return Optional.of((Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(key.getEncoded()));
  }

  void put(String role, Origin origin, Ed25519PrivateKeyParameters key)
      throws GeneralSecurityException, IOException {
    PrivateKey jca =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(
                new PKCS8EncodedKeySpec(
                    PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded()));
    store.setKeyEntry(alias(role, origin), jca, password, new Certificate[] {envelope(role, key)});
  }

  void remove(String role, Origin origin) throws GeneralSecurityException {
    store.deleteEntry(alias(role, origin));
  }

  boolean hasSecret(String alias) throws GeneralSecurityException {
    return store.containsAlias(alias);
  }

  /** In no order. */
  List<String> aliases() throws GeneralSecurityException {
    return Collections.list(store.aliases());
  }

  void removeSecret(String alias) throws GeneralSecurityException {
    store.deleteEntry(alias);
  }

  Optional<SecretKey> secret(String alias) throws GeneralSecurityException {
    return store.getKey(alias, password) instanceof SecretKey key
        ? Optional.of(key)
        : Optional.empty();
  }

  void putSecret(String alias, SecretKey key) throws GeneralSecurityException {
    store.setEntry(
        alias, new KeyStore.SecretKeyEntry(key), new KeyStore.PasswordProtection(password));
  }

  /** PKCS#12 keeps a private key only beside a certificate; nobody reads this one. */
  private static Certificate envelope(String role, Ed25519PrivateKeyParameters key)
      throws GeneralSecurityException, IOException {
    X500Name name = new X500Name("CN=disclosure-ledger " + role);
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              new X509v3CertificateBuilder(
                      name,
                      BigInteger.ONE,
                      Date.from(Instant.EPOCH),
                      Date.from(NO_EXPIRY),
                      name,
                      SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                          key.generatePublicKey()))
                  .build(
                      new BcEdECContentSignerBuilder(
                              new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519))
                          .build(key)));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException("no certificate for the " + role + " key", e);
    }
  }

  /** PKCS#12 aliases are case-insensitive and origins lower case, so this is one to one. */
  private static String alias(String role, Origin origin) {
    return role + ":" + origin.value();
  }
}
