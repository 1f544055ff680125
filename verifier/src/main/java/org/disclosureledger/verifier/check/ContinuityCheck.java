package org.disclosureledger.verifier.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.source.LedgerFiles;
import org.disclosureledger.verifier.state.LeafFingerprints;
import org.disclosureledger.verifier.state.StateStore;

/**
 * Grade <em>continuity</em>: the head is consistent with, and no smaller than, the one accepted
 * last. By induction it is then so with every head accepted before.
 */
public final class ContinuityCheck implements LeafCheck, AutoCloseable {
  private final StateStore store;
  private final Optional<Checkpoint> held;
  private final LeafFingerprints fingerprints;
  private final Findings findings;

  public ContinuityCheck(StateStore store, Checkpoint head, Findings findings) throws IOException {
    this.store = store;
    this.held = store.load(head.origin());
    this.fingerprints = store.fingerprints(head.origin());
    this.findings = findings;
  }

  /** The size whose root {@link #result} must be given. */
  public Optional<Long> heldSize() {
    return held.map(checkpoint -> checkpoint.head().size());
  }

  @Override
  public void leaf(Leaf leaf) {
    leaf(leaf.hash());
  }

  /** Takes the next leaf in order. */
  public void leaf(LeafHash leaf) {
    try {
      fingerprints.add(leaf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * To be called after the last leaf.
   *
   * @param rootAtHeldSize recomputed from the ledger's own leaves, empty if it has not so many or
   *     they could not be read
   */
  public GradeResult result(Checkpoint head, Optional<TreeHash> rootAtHeldSize) {
    if (held.isEmpty()) {
      return GradeResult.pass(Grade.CONTINUITY, "first sight");
    }
    Checkpoint before = held.get();
    long size = before.head().size();
    if (head.head().size() < size) {
      return broken(Rule.ROLLBACK, "size %d or more".formatted(size), "size " + head.head().size());
    }
    Optional<TreeHash> root =
        head.head().size() == size ? Optional.of(head.head().root()) : rootAtHeldSize;
    if (root.isEmpty()) {
      return GradeResult.notChecked(
          Grade.CONTINUITY, "the leaves up to size %,d could not be read".formatted(size));
    }
    if (!root.get().equals(before.head().root())) {
      return broken(
          Rule.FORK,
          "root %s at size %d".formatted(before.head().root().toBase64(), size),
          "root %s at size %d".formatted(root.get().toBase64(), size));
    }
    return GradeResult.pass(
        Grade.CONTINUITY, "consistent with the head of size %,d accepted before".formatted(size));
  }

  private GradeResult broken(Rule rule, String expected, String found) {
    long changed = fingerprints.firstChanged();
    String place = changed < 0 ? "" : "; the first leaf that changed is " + changed;
    findings.add(
        new Finding.OfNote(
            Grade.CONTINUITY,
            rule.id(),
            LedgerFiles.CHECKPOINT,
            -1,
            rule.meaning() + place,
            expected,
            found));
    return GradeResult.fail(Grade.CONTINUITY, rule.meaning() + place);
  }

  /** Remembers this head instead; only for one whose head, tree and continuity passed. */
  public void advance(Checkpoint head, byte[] note) throws IOException {
    fingerprints.keep();
    store.save(head, note);
  }

  @Override
  public void close() throws IOException {
    fingerprints.close();
  }
}
