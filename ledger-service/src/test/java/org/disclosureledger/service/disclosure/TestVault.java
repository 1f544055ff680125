package org.disclosureledger.service.disclosure;

import java.security.SecureRandom;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.disclosureledger.service.database.LedgerDatabase;
import org.disclosureledger.service.keys.KeyRing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The vault over a test's database, for tests of other rooms. */
public final class TestVault {
  private TestVault() {}

  public static Vault over(LedgerDatabase database, KeyRing keys) {
    return over(database, keys, InstantSource.system());
  }

  static Vault over(LedgerDatabase database, KeyRing keys, InstantSource clock) {
    return new Vault(
        database.pooledWriter(), database.ledgerReader(), keys, new SecureRandom(), clock);
  }

  /** Keys that change every month, and are kept for 35 days of backups. */
  public static KeyEncryptionKeys rotation(
      LedgerDatabase database, KeyRing keys, InstantSource clock) {
    DataSource source = database.writer();
    return new KeyEncryptionKeys(
        JdbcClient.create(source),
        new TransactionTemplate(new JdbcTransactionManager(source)),
        keys,
        KeyRetention.of("P1M", "P35D"),
        clock);
  }

  public static TermHmac hmac(KeyRing keys) {
    return new TermHmac(new LookupHmac(keys.lookupKey()));
  }

  public static RepeatingRequests repeating(LedgerDatabase database, KeyRing keys) {
    return new RepeatingRequests(database.ledgerReader(), new DigestCover(keys));
  }

  public static DocumentNumberIndex numbers(LedgerDatabase database, KeyRing keys) {
    return new DocumentNumberIndex(database.ledgerReader(), hmac(keys), new DigestCover(keys));
  }
}
