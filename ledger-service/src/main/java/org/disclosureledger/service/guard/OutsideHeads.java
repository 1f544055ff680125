package org.disclosureledger.service.guard;

import java.util.List;
import java.util.Optional;
import org.disclosureledger.service.sealing.LedgerDescription;

/** A place outside the database where signed heads are. */
interface OutsideHeads {
  /**
   * What is kept there.
   *
   * @param note as it stands
   * @param successor with which ledger's name it says that its own ended, empty while it goes on
   * @param claimed the same where nobody vouches for it who has this service's keys
   */
  record Kept(byte[] note, Optional<String> successor, Optional<String> claimed) {
    Kept(byte[] note, Optional<String> successor) {
      this(note, successor, Optional.empty());
    }

    static Kept of(byte[] note) {
      return new Kept(note, Optional.empty());
    }
  }

  /**
   * The newest notes there; none if there are none.
   *
   * @throws RuntimeException when the place cannot be read
   */
  List<Kept> newest(LedgerDescription ledger);

  /**
   * Says there that the ledger ended, unless it is said already.
   *
   * @param last the largest of the notes there that its key signed, with which it is said in
   *     public; empty if there is none
   * @throws RuntimeException when it cannot be said
   */
  void end(LedgerDescription ledger, String successor, Optional<byte[]> last);

  /** Whether nobody but this service writes there, and can mend it. */
  default boolean isOurs() {
    return false;
  }

  /** For people. */
  String place(LedgerDescription ledger);
}
