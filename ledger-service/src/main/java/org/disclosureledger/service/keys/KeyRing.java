package org.disclosureledger.service.keys;

import java.util.Optional;
import javax.crypto.SecretKey;
import org.disclosureledger.format.Origin;

/** The keys this process may use. Implementations never hand out a private key in clear. */
public interface KeyRing {
  /** A ledger's signing keys, if this ring has them. */
  Optional<LedgerKeys> find(Origin origin);

  /** Makes and stores keys for a new ledger; on disk before this returns. */
  LedgerKeys create(Origin origin);

  /** AES-256 key that wraps the vault's data keys. */
  WrappingKey wrappingKey();

  /** HMAC-SHA-256 key for idempotency keys and commands, persons and look-ups. */
  SecretKey lookupKey();

  /** A key-encryption key and the id under which wrapped keys name it. */
  record WrappingKey(String id, SecretKey key) {}
}
