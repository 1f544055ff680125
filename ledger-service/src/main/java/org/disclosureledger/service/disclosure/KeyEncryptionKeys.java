package org.disclosureledger.service.disclosure;

import java.time.InstantSource;
import java.util.List;
import org.disclosureledger.service.keys.KeyRing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The vault's key-encryption keys: of data keys, and of the digests by which it finds again. */
public class KeyEncryptionKeys {
  private final KeyRotation dataKeys;
  private final KeyRotation digests;

  KeyEncryptionKeys(
      JdbcClient writer,
      TransactionTemplate transaction,
      KeyRing keys,
      KeyRetention retention,
      InstantSource clock) {
    this.dataKeys =
        new KeyRotation(
            writer,
            transaction,
            keys,
            new DataKeyRows(writer, transaction, keys),
            retention,
            clock);
    this.digests =
        new KeyRotation(
            writer,
            transaction,
            keys,
            new CoveredRows(writer, transaction, keys),
            retention,
            clock);
  }

  /**
   * Makes new keys where those in force are old enough, and does all that is left of others.
   *
   * @return how many rows do not open; they and what wraps them stay
   */
  public long maintain() {
    long broken = 0;
    try {
      broken += dataKeys.maintain();
    } finally {
      // Neither keeps the other's old keys alive.
      broken += digests.maintain();
    }
    return broken;
  }

  /** Puts new keys in force, whatever the age of the present ones, and wraps everything by them. */
  public List<String> rotate() {
    return List.of(dataKeys.rotate(), digests.rotate());
  }
}
