package org.disclosureledger.verifier.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/** What the check of a successor wants to know of the ledger before, taken from its own pass. */
final class PredecessorHeads implements LeafCheck {
  private final Set<Long> wanted;
  private final Map<Long, TreeHash> roots = new HashMap<>();
  private final TreeFrontier frontier = TreeFrontier.empty();
  private @Nullable KeyRing keys;

  /**
   * @param wanted the sizes whose roots are kept, each at least 1
   */
  PredecessorHeads(Set<Long> wanted) {
    this.wanted = wanted;
  }

  @Override
  public void leaf(Leaf leaf) {
    frontier.append(leaf.hash());
    if (wanted.contains(frontier.size())) {
      roots.put(frontier.size(), frontier.root());
    }
  }

  /** Empty for a size that was not reached. */
  Optional<TreeHash> rootAt(long size) {
    return Optional.ofNullable(roots.get(size));
  }

  @Override
  public void keys(KeyRing ring) {
    keys = ring;
  }

  boolean sharesKeys(KeyRing other) {
    KeyRing ring = keys;
    return ring != null && ring.sharesKeys(other);
  }

  /** Whether the ledger names the key, and it may sign a checkpoint of this size. */
  boolean maySign(VerifierKey key, long size) {
    KeyRing ring = keys;
    return ring != null
        && ring.find(key.toVkey())
            .filter(known -> known.role() == KeyRing.Role.CHECKPOINT && known.maySignSize(size))
            .isPresent();
  }
}
