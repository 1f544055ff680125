package org.disclosureledger.service.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.disclosureledger.format.KeyId;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.database.SecretFile;
import org.disclosureledger.service.database.StartRefused;

/**
 * Keys in password-protected PKCS#12 files: {@code service.p12} for what the service uses every
 * day, {@code authority.p12} for what production keeps off line. Replicas may share the folder:
 * each change is made under its lock to what the files say then, and a key that is not known is
 * looked for in files that changed since.
 */
final class Pkcs12KeyRing implements KeyRing {
  private static final String LOOKUP = "lookup-1";
  private static final String AUTHORITY = "authority";
  private static final String ENTRY = "entry";
  private static final String STAGED = "entry-next";
  private static final String CHECKPOINT = "checkpoint";

  private final KeyFolderLock lock;
  private final SecureRandom random;
  private final KeyContainer service;
  private final KeyContainer authority;
  // Each read of the container costs a password derivation; appends ask for keys every time.
  private final Map<Origin, LedgerKeys> found = new HashMap<>();
  private final Map<Origin, EntrySigner> staged = new HashMap<>();
  private final Map<String, SecretKey> secrets = new HashMap<>();

  private Pkcs12KeyRing(Path folder, char[] password, SecureRandom random)
      throws GeneralSecurityException, IOException {
    this.lock = new KeyFolderLock(folder);
    this.random = random;
    this.service = new KeyContainer(folder.resolve("service.p12"), password);
    this.authority = new KeyContainer(folder.resolve("authority.p12"), password);
  }

  /**
   * @throws StartRefused when a file is there but cannot be opened
   */
  static Pkcs12KeyRing open(Path folder, SecureRandom random) {
    SecretFile.folder(folder);
    Path passwordFile = folder.resolve("password");
    try {
      if (!Files.exists(passwordFile)) {
        new KeyFolderLock(folder).hold(() -> SecretFile.password(passwordFile, random));
      }
      String password = SecretFile.password(passwordFile, random);
      Pkcs12KeyRing ring = new Pkcs12KeyRing(folder, password.toCharArray(), random);
      ring.ensureSecretKeys();
      return ring;
    } catch (GeneralSecurityException | IOException e) {
      throw new StartRefused("the keys in " + folder + " cannot be opened: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized Optional<LedgerKeys> find(Origin origin) {
    Optional<LedgerKeys> known = known(origin);
    return known.isPresent() || !refresh() ? known : known(origin);
  }

  private Optional<LedgerKeys> known(Origin origin) {
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
      Optional<Ed25519PrivateKeyParameters> entry = service.signing(ENTRY, origin);
      Optional<Ed25519PrivateKeyParameters> checkpoint = service.signing(CHECKPOINT, origin);
      if (entry.isEmpty() || checkpoint.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new LedgerKeys(
              authority.signing(AUTHORITY, origin).map(EntrySigner::new),
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
    change(() -> {
      if (read(origin).isPresent()) {
        return; // another replica made them just now
      }
      authority.put(AUTHORITY, origin, generate());
      service.put(ENTRY, origin, generate());
      service.put(CHECKPOINT, origin, generate());
      // The authority's file first: a crash between leaves no ledger that trusts a lost key.
      authority.write();
      service.write();
    });
    return find(origin).orElseThrow();
  }

  @Override
  public synchronized Optional<EntrySigner> entryKey(Origin origin, KeyId id) {
    Optional<EntrySigner> current = current(origin, id);
    if (current.isPresent()) {
      return current;
    }
    // Not the one in use: another replica may have changed over since.
    refresh();
    return current(origin, id).or(() -> staged(origin).filter(key -> key.keyId().equals(id)));
  }

  private Optional<EntrySigner> current(Origin origin, KeyId id) {
    return known(origin).map(LedgerKeys::entry).filter(key -> key.keyId().equals(id));
  }

  @Override
  public synchronized EntrySigner stageEntryKey(Origin origin) {
    if (find(origin).isEmpty()) {
      throw new IllegalStateException("the key ring has no keys for " + origin);
    }
    change(() -> {
      if (service.signing(STAGED, origin).isEmpty()) {
        service.put(STAGED, origin, generate());
        service.write();
      }
    });
    return staged(origin).orElseThrow();
  }

  @Override
  public synchronized void promoteEntryKey(Origin origin, KeyId id) {
    change(() -> {
      if (current(origin, id).isPresent()) {
        return; // another replica changed over
      }
      Ed25519PrivateKeyParameters next =
          service
              .signing(STAGED, origin)
              .filter(key -> new EntrySigner(key).keyId().equals(id))
              .orElseThrow(() -> new IllegalStateException("the key " + id + " is not staged"));
      service.put(ENTRY, origin, next);
      service.remove(STAGED, origin);
      service.write();
    });
  }

  private Optional<EntrySigner> staged(Origin origin) {
    EntrySigner known = staged.get(origin);
    if (known != null) {
      return Optional.of(known);
    }
    try {
      Optional<EntrySigner> read = service.signing(STAGED, origin).map(EntrySigner::new);
      read.ifPresent(key -> staged.put(origin, key));
      return read;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the key ring cannot be read", e);
    }
  }

  private Ed25519PrivateKeyParameters generate() {
    return new Ed25519PrivateKeyParameters(random);
  }

  /**
   * Changes what the files say now, under the folder's lock. Keys that are not on disk must not
   * sign, so after a failure the files are read back.
   */
  private void change(KeyFolderLock.Change change) {
    try {
      lock.hold(() -> {
        reload();
        change.apply();
      });
      forget();
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      try {
        reload();
      } catch (GeneralSecurityException | IOException | RuntimeException broken) {
        e.addSuppressed(broken);
      }
      throw new IllegalStateException("the key ring cannot be changed: " + e.getMessage(), e);
    }
  }

  private void reload() throws GeneralSecurityException, IOException {
    service.reload();
    authority.reload();
    forget();
  }

  /** Reads files that changed; says whether any did. */
  private boolean refresh() {
    try {
      // Both are read, whatever the first says.
      boolean serviceChanged = service.refresh();
      boolean authorityChanged = authority.refresh();
      boolean changed = serviceChanged || authorityChanged;
      if (changed) {
        forget();
      }
      return changed;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the key ring cannot be read", e);
    }
  }

  private void forget() {
    found.clear();
    staged.clear();
    secrets.clear();
  }

  @Override
  public synchronized WrappingKey wrappingKey(Purpose purpose) {
    // Another replica may have made a newer one: what it retired must wrap nothing new.
    refresh();
    String current = newest(purpose);
    return new WrappingKey(current, secret(current));
  }

  @Override
  public synchronized Optional<WrappingKey> wrappingKey(String id) {
    refresh();
    return held(id) ? Optional.of(new WrappingKey(id, secret(id))) : Optional.empty();
  }

  @Override
  public synchronized List<String> wrappingKeys(Purpose purpose) {
    refresh();
    return heldWrappingKeys(purpose);
  }

  private boolean held(String id) {
    return WrappingKeyId.purpose(id)
        .filter(purpose -> heldWrappingKeys(purpose).contains(id))
        .isPresent();
  }

  private List<String> heldWrappingKeys(Purpose purpose) {
    try {
      return WrappingKeyId.among(service.aliases(), purpose);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key ring cannot be read", e);
    }
  }

  private String newest(Purpose purpose) {
    return heldWrappingKeys(purpose).getLast();
  }

  private static Purpose purpose(String id) {
    return WrappingKeyId.purpose(id)
        .orElseThrow(() -> new IllegalArgumentException("no id of a key-encryption key: " + id));
  }

  @Override
  public synchronized WrappingKey nextWrappingKey(String after) {
    Purpose purpose = purpose(after);
    change(() -> {
      if (newest(purpose).equals(after)) {
        service.putSecret(WrappingKeyId.after(after, random), newSecret());
        service.write();
      }
    });
    return wrappingKey(purpose);
  }

  @Override
  public synchronized void destroyWrappingKey(String id) {
    Purpose purpose = purpose(id);
    if (wrappingKey(purpose).id().equals(id)) {
      throw new IllegalArgumentException("the key-encryption key " + id + " is in force");
    }
    change(() -> {
      if (held(id) && !newest(purpose).equals(id)) {
        service.removeSecret(id);
        service.write();
      }
    });
  }

  @Override
  public synchronized SecretKey lookupKey() {
    return new SecretKeySpec(secret(LOOKUP).getEncoded(), "HmacSHA256");
  }

  private SecretKey secret(String alias) {
    return secrets.computeIfAbsent(
        alias,
        name -> {
          try {
            return service
                .secret(name)
                .orElseThrow(() -> new IllegalStateException("the key ring lacks " + name));
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key ring cannot be read", e);
          }
        });
  }

  private boolean hasSecretKeys() throws GeneralSecurityException {
    return service.hasSecret(LOOKUP)
        && Stream.of(Purpose.values()).noneMatch(each -> heldWrappingKeys(each).isEmpty());
  }

  private SecretKey newSecret() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return new SecretKeySpec(bytes, "AES");
  }

  private void ensureSecretKeys() throws GeneralSecurityException, IOException {
    if (hasSecretKeys()) {
      return; // a folder mounted read only will do
    }
    lock.hold(() -> {
      reload();
      if (hasSecretKeys()) {
        return; // another replica made them just now
      }
      for (Purpose purpose : Purpose.values()) {
        if (heldWrappingKeys(purpose).isEmpty()) {
          service.putSecret(WrappingKeyId.first(purpose, random), newSecret());
        }
      }
      if (!service.hasSecret(LOOKUP)) {
        service.putSecret(LOOKUP, newSecret());
      }
      service.write();
    });
  }
}
