package org.disclosureledger.service.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
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
import org.disclosureledger.format.KeyId;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.database.SecretFile;
import org.disclosureledger.service.database.StartRefused;

/**
 * Keys in password-protected PKCS#12 files (RFC 7292): {@code service.p12} for what the service
 * uses every day, {@code authority.p12} for what production keeps off line.
 */
final class Pkcs12KeyRing implements KeyRing {
  private static final String WRAPPING = "vault-wrapping-1";
  private static final String LOOKUP = "lookup-1";
  private static final String STAGED = "entry-next";
  // RFC 5280 §4.1.2.5: a certificate without an expiry; here it is but the container's envelope.
  private static final Instant NO_EXPIRY = Instant.parse("9999-12-31T23:59:59Z");

  private final Path serviceFile;
  private final Path authorityFile;
  private final char[] password;
  private final SecureRandom random;
  private final KeyStore service;
  private final KeyStore authority;
  // Each read of the container costs a password derivation; appends ask for keys every time.
  private final Map<Origin, LedgerKeys> found = new HashMap<>();
  private final Map<String, SecretKey> secrets = new HashMap<>();

  private Pkcs12KeyRing(Path folder, char[] password, SecureRandom random)
      throws GeneralSecurityException, IOException {
    this.serviceFile = folder.resolve("service.p12");
    this.authorityFile = folder.resolve("authority.p12");
    this.password = password;
    this.random = random;
    this.service = load(serviceFile);
    this.authority = load(authorityFile);
  }

  /**
   * @throws StartRefused when a file is there but cannot be opened
   */
  static Pkcs12KeyRing open(Path folder, SecureRandom random) {
    SecretFile.folder(folder);
    String password = SecretFile.password(folder.resolve("password"), random);
    try {
      Pkcs12KeyRing ring = new Pkcs12KeyRing(folder, password.toCharArray(), random);
      ring.ensureSecretKeys();
      return ring;
    } catch (GeneralSecurityException | IOException e) {
      throw new StartRefused("the keys in " + folder + " cannot be opened: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized Optional<LedgerKeys> find(Origin origin) {
    LedgerKeys known = found.get(origin);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<LedgerKeys> read = read(origin);
    read.ifPresent(keys -> found.put(origin, keys));
    return read;
  }

  private Optional<LedgerKeys> read(Origin origin) {
    try {
      Optional<Ed25519PrivateKeyParameters> root = signing(authority, "authority", origin);
      Optional<Ed25519PrivateKeyParameters> entry = signing(service, "entry", origin);
      Optional<Ed25519PrivateKeyParameters> checkpoint = signing(service, "checkpoint", origin);
      if (root.isEmpty() || entry.isEmpty() || checkpoint.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new LedgerKeys(
              new EntrySigner(root.get()),
              new EntrySigner(entry.get()),
              new CheckpointSigner(origin, checkpoint.get())));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the key ring cannot be read", e);
    }
  }

  @Override
  public synchronized LedgerKeys create(Origin origin) {
    if (find(origin).isPresent()) {
      throw new IllegalStateException("the key ring has keys for " + origin + " already");
    }
    try {
      put(authority, "authority", origin);
      put(service, "entry", origin);
      put(service, "checkpoint", origin);
      // The authority's file first: a crash between leaves no ledger that trusts a lost key.
      store(authority, authorityFile);
      store(service, serviceFile);
    } catch (GeneralSecurityException | IOException e) {
      forget(origin);
      throw new IllegalStateException("the key ring cannot be written", e);
    } catch (RuntimeException e) {
      forget(origin);
      throw e;
    }
    return find(origin).orElseThrow();
  }

  /** Keys that are not on disk must not sign: the next start would not have them. */
  private void forget(Origin origin) {
    try {
      authority.deleteEntry(alias("authority", origin));
      service.deleteEntry(alias("entry", origin));
      service.deleteEntry(alias("checkpoint", origin));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key ring cannot be changed", e);
    }
  }

  @Override
  public synchronized Optional<EntrySigner> entryKey(Origin origin, KeyId id) {
    Optional<EntrySigner> current = find(origin).map(LedgerKeys::entry);
    return current
        .filter(key -> key.keyId().equals(id))
        .or(() -> staged(origin).filter(key -> key.keyId().equals(id)));
  }

  @Override
  public synchronized EntrySigner stageEntryKey(Origin origin) {
    if (find(origin).isEmpty()) {
      throw new IllegalStateException("the key ring has no keys for " + origin);
    }
    return staged(origin)
        .orElseGet(() -> {
          change(() -> put(service, STAGED, origin));
          return staged(origin).orElseThrow();
        });
  }

  @Override
  public synchronized void promoteEntryKey(Origin origin) {
    EntrySigner next =
        staged(origin).orElseThrow(() -> new IllegalStateException("no key is staged"));
    change(() -> {
      put(service, "entry", origin, next.privateKey());
      service.deleteEntry(alias(STAGED, origin));
    });
    found.remove(origin);
  }

  private Optional<EntrySigner> staged(Origin origin) {
    try {
      return signing(service, STAGED, origin).map(EntrySigner::new);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the key ring cannot be read", e);
    }
  }

  @FunctionalInterface
  private interface Change {
    void apply() throws GeneralSecurityException, IOException;
  }

  /**
   * Changes the container and its file; when the file fails, the container is read back from it.
   */
  private void change(Change change) {
    try {
      change.apply();
      store(service, serviceFile);
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      try {
        service.load(new ByteArrayInputStream(SecretFile.read(serviceFile)), password);
      } catch (GeneralSecurityException | IOException broken) {
        e.addSuppressed(broken);
      }
      throw new IllegalStateException("the key ring cannot be written", e);
    }
  }

  @Override
  public synchronized WrappingKey wrappingKey() {
    return new WrappingKey(WRAPPING, secret(WRAPPING));
  }

  @Override
  public synchronized SecretKey lookupKey() {
    return new SecretKeySpec(secret(LOOKUP).getEncoded(), "HmacSHA256");
  }

  private SecretKey secret(String alias) {
    SecretKey known = secrets.get(alias);
    if (known != null) {
      return known;
    }
    try {
      if (service.getKey(alias, password) instanceof SecretKey key) {
        secrets.put(alias, key);
        return key;
      }
      throw new IllegalStateException("the key ring lacks " + alias);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key ring cannot be read", e);
    }
  }

  private void ensureSecretKeys() throws GeneralSecurityException, IOException {
    boolean changed = false;
    for (String alias : new String[] {WRAPPING, LOOKUP}) {
      if (!service.containsAlias(alias)) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        service.setEntry(
            alias,
            new KeyStore.SecretKeyEntry(new SecretKeySpec(bytes, "AES")),
            new KeyStore.PasswordProtection(password));
        changed = true;
      }
    }
    if (changed) {
      store(service, serviceFile);
    }
  }

  private KeyStore load(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    if (Files.exists(file)) {
      store.load(new ByteArrayInputStream(SecretFile.read(file)), password);
    } else {
      store.load(null, password);
    }
    return store;
  }

  private void store(KeyStore store, Path file) throws GeneralSecurityException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, password);
    SecretFile.write(file, bytes.toByteArray());
  }

  private Optional<Ed25519PrivateKeyParameters> signing(KeyStore store, String role, Origin origin)
      throws GeneralSecurityException, IOException {
    if (!(store.getKey(alias(role, origin), password) instanceof PrivateKey key)) {
      return Optional.empty();
    }
    return Optional.of((Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(key.getEncoded()));
  }

  private void put(KeyStore store, String role, Origin origin)
      throws GeneralSecurityException, IOException {
    put(store, role, origin, new Ed25519PrivateKeyParameters(random));
  }

  private void put(KeyStore store, String role, Origin origin, Ed25519PrivateKeyParameters key)
      throws GeneralSecurityException, IOException {
    PrivateKey jca =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(
                new PKCS8EncodedKeySpec(
                    PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded()));
    store.setKeyEntry(alias(role, origin), jca, password, new Certificate[] {envelope(role, key)});
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
