package org.disclosureledger.service.keys;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.disclosureledger.format.KeyId;
import org.disclosureledger.format.Origin;

/** Real key rings, and keys of strangers, for tests of other rooms. */
public final class TestKeys {
  private TestKeys() {}

  public static KeyRing open(Path folder) {
    return Pkcs12KeyRing.open(folder, new SecureRandom());
  }

  /** A key that no ledger ever enrolled. */
  public static EntrySigner stranger() {
    return EntrySigner.generate(new SecureRandom());
  }

  /** The ring of a process that may append and cannot sign heads. */
  public static KeyRing without(KeyRing ring) {
    return new KeyRing() {
      @Override
      public Optional<LedgerKeys> find(Origin origin) {
        return Optional.empty();
      }

      @Override
      public LedgerKeys create(Origin origin) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Optional<EntrySigner> entryKey(Origin origin, KeyId id) {
        return ring.entryKey(origin, id);
      }

      @Override
      public EntrySigner stageEntryKey(Origin origin) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void promoteEntryKey(Origin origin) {
        throw new UnsupportedOperationException();
      }

      @Override
      public WrappingKey wrappingKey() {
        return ring.wrappingKey();
      }

      @Override
      public SecretKey lookupKey() {
        return ring.lookupKey();
      }
    };
  }
}
