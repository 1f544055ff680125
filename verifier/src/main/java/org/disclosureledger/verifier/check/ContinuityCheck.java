package org.disclosureledger.verifier.check;

import java.io.IOException;
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
import org.jspecify.annotations.Nullable;

/**
 * Grade <em>continuity</em>: the head is consistent with, and no smaller than, the one accepted
 * last. By induction it is then so with every head accepted before. A state that cannot be read or
 * written leaves this grade unchecked and hides nothing of the others.
 */
public final class ContinuityCheck implements LeafCheck, AutoCloseable {
  private final StateStore store;
  private final Findings findings;
  private Optional<Checkpoint> held = Optional.empty();
  private @Nullable LeafFingerprints fingerprints;
  private @Nullable String trouble;

  public ContinuityCheck(StateStore store, Checkpoint head, Findings findings) {
    this.store = store;
    this.findings = findings;
    try {
      held = store.load(head.origin());
      fingerprints = store.fingerprints(head.origin());
    } catch (IOException e) {
      trouble(e);
    }
  }

  private void trouble(IOException e) {
    trouble = StateStore.describe(e);
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
    LeafFingerprints open = fingerprints;
    if (open == null || trouble != null) {
      return;
    }
    try {
      open.add(leaf);
    } catch (IOException e) {
      trouble(e);
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
      return passed("first sight");
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
    return passed("consistent with the head of size %,d accepted before".formatted(size));
  }

  private GradeResult passed(String evidence) {
    return trouble == null
        ? GradeResult.pass(Grade.CONTINUITY, evidence)
        : GradeResult.notChecked(Grade.CONTINUITY, trouble);
  }

  private GradeResult broken(Rule rule, String expected, String found) {
    long changed = fingerprints == null ? -1 : fingerprints.firstChanged();
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

  /**
   * Remembers this head instead; only for one that the policy accepts and whose tree and continuity
   * passed. Gives what becomes of the grade if that cannot be done.
   */
  public Optional<GradeResult> advance(Checkpoint head, byte[] note) {
    LeafFingerprints seen = fingerprints;
    if (trouble == null && seen != null) {
      try {
        seen.keep();
        store.save(head, note);
      } catch (IOException e) {
        trouble(e);
      }
    }
    return Optional.ofNullable(trouble)
        .map(reason -> GradeResult.notChecked(Grade.CONTINUITY, reason));
  }

  @Override
  public void close() {
    LeafFingerprints seen = fingerprints;
    if (seen == null) {
      return;
    }
    try {
      seen.close();
    } catch (IOException e) {
      // Nothing rests on it any more: what was to be kept has been kept, or has been reported.
      trouble(e);
    }
  }
}
