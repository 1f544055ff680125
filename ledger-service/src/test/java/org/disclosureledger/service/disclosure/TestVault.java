package org.disclosureledger.service.disclosure;

import java.security.SecureRandom;
import org.disclosureledger.service.database.LedgerDatabase;
import org.disclosureledger.service.keys.KeyRing;

/** The vault over a test's database, for tests of other rooms. */
public final class TestVault {
  private TestVault() {}

  public static Vault over(LedgerDatabase database, KeyRing keys) {
    return new Vault(database.pooledWriter(), database.ledgerReader(), keys, new SecureRandom());
  }

  public static TermHmac hmac(KeyRing keys) {
    return new TermHmac(new LookupHmac(keys.lookupKey()));
  }

  public static RepeatingRequests repeating(LedgerDatabase database, KeyRing keys) {
    return new RepeatingRequests(database.ledgerReader(), new DigestCover(keys));
  }

  public static DocumentNumberIndex numbers(LedgerDatabase database, KeyRing keys) {
    return new DocumentNumberIndex(
        database.ledgerReader(), hmac(keys), new DigestCover(keys));
  }
}
