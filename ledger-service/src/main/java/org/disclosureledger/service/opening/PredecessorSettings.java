package org.disclosureledger.service.opening;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * On which ledger a ledger follows: {@code ledger.open[n].predecessor.*}.
 *
 * @param name of the ledger that ended, in the same database
 * @param reason why it cannot go on
 * @param reasonText the same in words, at most {@link #LONGEST_TEXT} characters; entry 0 commits to
 *     it, the vault keeps it
 * @param checkpointKey the vkey that signed its published heads, from an auditor's policy: where
 *     its keys are lost and the database has no entry of it, so that nothing here names the key any
 *     more
 */
public record PredecessorSettings(
    @Nullable String name,
    @Nullable Reason reason,
    @DefaultValue("") String reasonText,
    @Nullable String checkpointKey) {
  static final int LONGEST_TEXT = 2_000;

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
