package org.disclosureledger.service.opening;

import java.util.List;
import org.disclosureledger.service.envelope.Committed;
import org.jspecify.annotations.Nullable;

/**
 * {@code ledger.opened} of a ledger that goes on where another ended (FORMAT §2a): entry 0, as
 * {@link LedgerOpened}, with what it goes on from.
 */
record SuccessorOpened(
    String origin,
    LedgerOpened.Enterprise enterprise,
    int formatVersion,
    boolean sample,
    LedgerOpened.Jwk authorityKey,
    LedgerOpened.Jwk entryKey,
    List<String> checkpointKeys,
    Predecessor predecessor) {

  static SuccessorOpened of(LedgerOpened opened, Predecessor predecessor) {
    return new SuccessorOpened(
        opened.origin(),
        opened.enterprise(),
        opened.formatVersion(),
        opened.sample(),
        opened.authorityKey(),
        opened.entryKey(),
        opened.checkpointKeys(),
        predecessor);
  }

  /**
   * The ledger that ended.
   *
   * @param checkpointKey the vkey that signed both notes
   * @param published the last checkpoint known outside its database, the note's text
   * @param restored the last signed head that its database has
   * @param reason a code of {@link PredecessorSettings.Reason}
   * @param reasonText what people say of it
   */
  record Predecessor(
      String origin,
      String checkpointKey,
      String published,
      Restored restored,
      String reason,
      Committed<String> reasonText) {
    static Predecessor of(PredecessorStatement statement, String reasonText) {
      return new Predecessor(
          statement.origin(),
          statement.checkpointKey(),
          statement.published(),
          statement.restored(),
          statement.reason(),
          Committed.of(reasonText.isBlank() ? null : reasonText.strip()));
    }
  }

  /**
   * A head with its checkpoint; of size 0 where there is none.
   *
   * @param root base64
   * @param note the note's text
   * @param unsigned how many entries stand behind it that no checkpoint covers; {@code null} if
   *     none
   */
  record Restored(long size, String root, @Nullable String note, @Nullable Long unsigned) {}
}
