package org.disclosureledger.service.disclosure;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import org.disclosureledger.service.database.StartRefused;

/**
 * How long key-encryption keys are used and kept.
 *
 * @param rotateEvery age at which another takes the place of the one in force
 * @param backupRetention how long backups of the database are kept: a key is destroyed no sooner
 *     after the last data key was wrapped by it
 */
record KeyRetention(Period rotateEvery, Duration backupRetention) {
  KeyRetention {
    if (rotateEvery.isNegative() || rotateEvery.isZero() || backupRetention.isNegative()) {
      throw new IllegalArgumentException(
          "ledger.vault.rotate-every is more, ledger.vault.backup-retention no less than nothing");
    }
  }

  /**
   * @param rotateEvery ISO 8601 in days, weeks, months or years, e.g. {@code P1M}
   * @param backupRetention ISO 8601, e.g. {@code P35D} or {@code PT12H}
   * @throws StartRefused when one of them is no such time
   */
  static KeyRetention of(String rotateEvery, String backupRetention) {
    try {
      return new KeyRetention(Period.parse(rotateEvery), Duration.parse(backupRetention));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new StartRefused(
          "ledger.vault.rotate-every is like P1M, ledger.vault.backup-retention like P35D", e);
    }
  }
}
