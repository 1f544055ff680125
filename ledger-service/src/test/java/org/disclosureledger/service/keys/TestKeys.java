package org.disclosureledger.service.keys;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.disclosureledger.format.Origin;

/** Real key rings, and keys of strangers, for tests of other rooms. */
public final class TestKeys {
  private TestKeys() {}

  public static KeyRing open(Path folder) {
    return Pkcs12KeyRing.open(folder, new SecureRandom());
  }

  /** A ring that finds, for this origin, another entry key than the enrolled one. */
  public static LedgerKeys withAnotherEntryKey(KeyRing ring, Origin origin) {
    LedgerKeys keys = ring.find(origin).orElseThrow();
    return new LedgerKeys(
        keys.authority(), EntrySigner.generate(new SecureRandom()), keys.checkpoint());
  }
}
