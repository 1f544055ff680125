package org.disclosureledger.service.keys;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
    return new Delegating(ring) {
      @Override
      public Optional<LedgerKeys> find(Origin origin) {
        return Optional.empty();
      }
    };
  }

  /** The ring of a process that dies before it changes over to a new entry key. */
  public static KeyRing failingToPromote(KeyRing ring) {
    return new Delegating(ring) {
      @Override
      public void promoteEntryKey(Origin origin, KeyId id) {
        throw new IllegalStateException("killed");
      }
    };
  }

  /** Something happens elsewhere just before this process makes its keys. */
  public static KeyRing beforeCreating(KeyRing ring, Runnable elsewhere) {
    return new Delegating(ring) {
      @Override
      public LedgerKeys create(Origin origin) {
        elsewhere.run();
        return super.create(origin);
      }
    };
  }

  /** Something happens elsewhere just before this process lists the keys that it has for it. */
  public static KeyRing beforeListing(KeyRing ring, Consumer<KeyRing.Purpose> elsewhere) {
    return new Delegating(ring) {
      @Override
      public List<String> wrappingKeys(Purpose purpose) {
        elsewhere.accept(purpose);
        return super.wrappingKeys(purpose);
      }
    };
  }

  /** Something happens elsewhere just after this process has listed the keys that it has for it. */
  public static KeyRing afterListing(KeyRing ring, Consumer<KeyRing.Purpose> elsewhere) {
    return new Delegating(ring) {
      @Override
      public List<String> wrappingKeys(Purpose purpose) {
        List<String> listed = super.wrappingKeys(purpose);
        elsewhere.accept(purpose);
        return listed;
      }
    };
  }

  private static class Delegating implements KeyRing {
    private final KeyRing ring;

    Delegating(KeyRing ring) {
      this.ring = ring;
    }

    @Override
    public Optional<LedgerKeys> find(Origin origin) {
      return ring.find(origin);
    }

    @Override
    public LedgerKeys create(Origin origin) {
      return ring.create(origin);
    }

    @Override
    public Optional<EntrySigner> entryKey(Origin origin, KeyId id) {
      return ring.entryKey(origin, id);
    }

    @Override
    public EntrySigner stageEntryKey(Origin origin) {
      return ring.stageEntryKey(origin);
    }

    @Override
    public void promoteEntryKey(Origin origin, KeyId id) {
      ring.promoteEntryKey(origin, id);
    }

    @Override
    public WrappingKey wrappingKey(Purpose purpose) {
      return ring.wrappingKey(purpose);
    }

    @Override
    public Optional<WrappingKey> wrappingKey(String id) {
      return ring.wrappingKey(id);
    }

    @Override
    public List<String> wrappingKeys(Purpose purpose) {
      return ring.wrappingKeys(purpose);
    }

    @Override
    public WrappingKey nextWrappingKey(String after) {
      return ring.nextWrappingKey(after);
    }

    @Override
    public void destroyWrappingKey(String id) {
      ring.destroyWrappingKey(id);
    }

    @Override
    public SecretKey lookupKey() {
      return ring.lookupKey();
    }
  }
}
