package org.disclosureledger.service.sealing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;

/**
 * Holds the database against the heads that were published and are kept outside of it. A database
 * that is behind them, or holds another tree, was restored, lost, or replaced: whatever it appended
 * would be a second history under one origin.
 */
public interface HeadGuard {
  /**
   * Looks at what is kept outside and at the database as it is now; to be called on each new
   * connection, before anything is signed or appended.
   */
  void examine();

  /**
   * Says no unless the head goes on from the last one known; cheap, under the lock of the head.
   *
   * @throws AppendRefused {@link AppendRefused.Rule#HEAD_NOT_CONTINUED}, or {@link
   *     AppendRefused.Rule#LEDGER_SUCCEEDED} of one that ended
   */
  void requireContinued(LedgerDescription ledger, TreeHead head);

  /**
   * Keeps a signed head outside, before anybody is told of it; one that is older than what is kept,
   * or of a ledger that takes nothing, is left.
   *
   * @throws java.io.UncheckedIOException when it cannot be kept
   */
  void keep(LedgerDescription ledger, TreeHead head, SignedNote note);

  /** Whether this process has looked at the ledger's heads outside, and it goes on from them. */
  default boolean mayPublish(LedgerDescription ledger) {
    return true;
  }

  /** Why ledgers take nothing, by their names; of one that this process does not know, nothing. */
  default Map<String, String> stopped() {
    return Map.of();
  }

  /** The successors of ledgers that ended, both by their names: nobody has to do anything there. */
  default Map<String, String> ended() {
    return Map.of();
  }

  /**
   * The name of the ledger that goes on where this one ended, as far as this process's own files
   * say; cheap.
   */
  default Optional<String> successor(LedgerDescription ledger) {
    return Optional.empty();
  }

  /**
   * A ledger that takes nothing.
   *
   * @param why for people
   * @param published the largest head kept outside that its checkpoint key signed, with no other
   *     signature
   * @param unread places that do not answer, where a larger one may be
   * @param successor the name of the ledger that goes on where it ended, empty if it did not end
   */
  record Stopped(
      String why,
      Optional<SignedNote> published,
      List<String> unread,
      Optional<String> successor) {}

  /**
   * Looks at one ledger anew, registered or not: empty if its database goes on from what is kept
   * outside, or nothing is.
   *
   * @param checkpointKey the one that its own head names; this process may not hold it
   * @throws RuntimeException when its files or the database cannot be read
   */
  default Optional<Stopped> stopped(LedgerDescription ledger, VerifierKey checkpointKey) {
    return Optional.empty();
  }

  /**
   * Says outside that the ledger ended, unless it is said already, and only then looks: who shares
   * one of these places keeps no head behind what is returned, and takes nothing any more, whatever
   * database comes back.
   *
   * @param checkpointKey as above
   * @return the ledger as it is now, of which {@code successor} may be another that was quicker; a
   *     place that did not answer stands in {@code unread}
   * @throws RuntimeException when it cannot be said in this service's own files
   */
  default Stopped end(LedgerDescription ledger, VerifierKey checkpointKey, String successor) {
    return new Stopped("it has ended", Optional.empty(), List.of(), Optional.of(successor));
  }
}
