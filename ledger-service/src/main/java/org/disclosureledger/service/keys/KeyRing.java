package org.disclosureledger.service.keys;

import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.disclosureledger.format.KeyId;
import org.disclosureledger.format.Origin;

/** The keys this process may use. Implementations never hand out a private key in clear. */
public interface KeyRing {
  /** A ledger's signing keys, if this ring has them. */
  Optional<LedgerKeys> find(Origin origin);

  /**
   * Makes and stores keys for a new ledger; on disk before this returns.
   *
   * @throws IllegalStateException when this ring has keys for it
   */
  LedgerKeys create(Origin origin);

  /**
   * The ledger's entry key with this id: the one in use, or a staged successor.
   *
   * @return empty when this ring has no such key
   */
  Optional<EntrySigner> entryKey(Origin origin, KeyId id);

  /** The successor of the ledger's entry key: made at the first call, on disk before it returns. */
  EntrySigner stageEntryKey(Origin origin);

  /**
   * Puts the staged key with this id in the place of the entry key, which is destroyed: it signs no
   * more. Nothing happens if that was done already.
   */
  void promoteEntryKey(Origin origin, KeyId id);

  /** What a key-encryption key wraps. The id of each says which it is. */
  enum Purpose {
    /** Data keys of the vault. */
    DATA_KEYS("vault-wrapping"),
    /** Keyed digests, by which identifiers and repeated commands are found again. */
    DIGESTS("digest-cover");

    private final String prefix;

    Purpose(String prefix) {
      this.prefix = prefix;
    }

    /** How the ids of its keys begin. */
    public String prefix() {
      return prefix;
    }
  }

  /** AES-256 key-encryption key that wraps what is new: the one made last. */
  WrappingKey wrappingKey(Purpose purpose);

  /** The one that wraps the vault's new data keys. */
  default WrappingKey wrappingKey() {
    return wrappingKey(Purpose.DATA_KEYS);
  }

  /** The key-encryption key with this id; empty when this ring has none, or none any more. */
  Optional<WrappingKey> wrappingKey(String id);

  /** Ids of the key-encryption keys that this ring has for it, the current one last. */
  List<String> wrappingKeys(Purpose purpose);

  /** Those for the vault's data keys. */
  default List<String> wrappingKeys() {
    return wrappingKeys(Purpose.DATA_KEYS);
  }

  /**
   * Makes a key-encryption key and puts it in force; on disk before this returns.
   *
   * @param after id of the one in force as the caller knows it: where another took its place
   *     meanwhile, that one is returned and none is made
   */
  WrappingKey nextWrappingKey(String after);

  /**
   * Destroys a key-encryption key: no file of this ring holds it when this returns. Nothing happens
   * if there is none.
   *
   * @throws IllegalArgumentException for one in force
   */
  void destroyWrappingKey(String id);

  /**
   * HMAC-SHA-256 key for idempotency keys and commands, persons and look-ups. It never changes;
   * what is stored of the first and the last is wrapped by a key of {@link Purpose#DIGESTS}, which
   * does.
   */
  SecretKey lookupKey();

  /** A key-encryption key and the id under which wrapped keys name it. */
  record WrappingKey(String id, SecretKey key) {
    /** Without the key. */
    @Override
    public String toString() {
      return "WrappingKey[" + id + "]";
    }
  }
}
