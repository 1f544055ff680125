package org.disclosureledger.verifier.report;

import org.disclosureledger.format.merkle.TreeHead;
import org.jspecify.annotations.Nullable;

/**
 * The ledger on which another follows, by leaf 0 of that one (FORMAT §2a), and what was lost
 * between them.
 *
 * @param reason its code
 * @param published the last head that is known outside the database of the ledger before
 * @param restored the head that this database has
 * @param fork whether the two are of one tree no more; null where only its entries could tell
 * @param report of the ledger before by itself, null if it was not given
 */
public record PredecessorReport(
    String origin,
    String reason,
    TreeHead published,
    TreeHead restored,
    @Nullable Boolean fork,
    @Nullable VerificationReport report) {

  /** How many leaves were published and are not there any more: those from restored on. */
  public long lost() {
    return Math.max(0, published.size() - restored.size());
  }

  /** In one line: what was, what is, and what is lost. */
  public String told() {
    return "goes on from %s (%s): size %,d published, %,d restored; "
            .formatted(origin, reason, published.size(), restored.size())
        + loss();
  }

  private String loss() {
    if (Boolean.TRUE.equals(fork)) {
      return "fork: another tree at size %,d than was published".formatted(published.size());
    }
    if (lost() > 0) {
      return "lost: %s, leaves %d to %d"
          .formatted(Counted.of(lost(), "entry", "entries"), restored.size(), published.size() - 1);
    }
    return fork == null ? "nothing lost unless its tree forked" : "nothing lost that was published";
  }
}
