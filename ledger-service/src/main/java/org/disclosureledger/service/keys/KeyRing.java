package org.disclosureledger.service.keys;

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

  /** AES-256 key that wraps the vault's data keys. */
  WrappingKey wrappingKey();

  /** HMAC-SHA-256 key for idempotency keys and commands, persons and look-ups. */
  SecretKey lookupKey();

  /** A key-encryption key and the id under which wrapped keys name it. */
  record WrappingKey(String id, SecretKey key) {}
}
