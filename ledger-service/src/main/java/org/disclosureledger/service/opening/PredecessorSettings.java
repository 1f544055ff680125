package org.disclosureledger.service.opening;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * On which ledger a ledger follows: {@code ledger.open[n].predecessor.*}.
 *
 * @param name of the ledger that ended, in the same database
 * @param reason why it cannot go on
 * @param reasonText the same in words; entry 0 commits to it, the vault keeps it
 */
public record PredecessorSettings(
    @Nullable String name, @Nullable Reason reason, @DefaultValue("") String reasonText) {

  /** The codes of FORMAT §2a. */
  public enum Reason {
    RESTORED_BACKUP,
    LOST_STANDBY,
    FORK,
    KEY_LOST,
    OTHER;

    /** As in the entry and in the setting. */
    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
