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
 * @param unsigned how many entries this database has behind it that no checkpoint covers
 * @param fork whether the two are of one tree no more; null where only its entries could tell
 * @param keyInPolicy whether the reader's policy lists the key by which the ledger before was
 *     verified, null if it was not given, or there is no policy; else leaf 0 alone vouches for it
 * @param report of the ledger before by itself, null if it was not given
 */
public record PredecessorReport(
    String origin,
    String reason,
    TreeHead published,
    TreeHead restored,
    long unsigned,
    @Nullable Boolean fork,
    @Nullable Boolean keyInPolicy,
    @Nullable VerificationReport report) {

  /** How many leaves were published and are not there any more: those from restored on. */
  public long lost() {
    return Math.max(0, published.size() - restored.size());
  }

  /** In one line: what was, what is, and what is lost. */
  public String told() {
    return "goes on from %s (%s): size %,d published, %,d restored%s; "
            .formatted(
                origin,
                reason,
                published.size(),
                restored.size(),
                unsigned > 0 ? ", %,d more never signed".formatted(unsigned) : "")
        + loss();
  }

  private String loss() {
    if (Boolean.TRUE.equals(fork)) {
      return "fork: another tree at size %,d than was published"
          .formatted(Math.min(published.size(), restored.size()));
    }
    if (lost() > 0) {
      return "lost: %s, leaves %d to %d%s"
          .formatted(
              Counted.of(lost(), "entry", "entries"),
              restored.size(),
              published.size() - 1,
              fork == null ? ", or more if its tree forked" : "");
    }
    return fork == null ? "nothing lost unless its tree forked" : "nothing lost that was published";
  }
}
