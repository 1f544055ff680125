package org.disclosureledger.format.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.disclosureledger.format.LeafHash;
import org.junit.jupiter.api.Test;

class InclusionProofTest {
  private static final int LARGEST = 300;
  private static final SampleTree TREE = new SampleTree(LARGEST + 1);
  private static final List<TreeHash> ROOTS =
      IntStream.rangeClosed(0, LARGEST + 1).mapToObj(size -> TreeHead.rootOf(size, TREE)).toList();

  private static void forEveryLeafOfEveryTree(Check check) {
    IntStream.rangeClosed(1, LARGEST)
        .parallel()
        .forEach(size -> {
          for (int index = 0; index < size; index++) {
            check.run(InclusionProof.build(index, size, TREE), TREE.leaf(index));
          }
        });
  }

  private interface Check {
    void run(InclusionProof proof, LeafHash leaf);
  }

  private static TreeHash root(InclusionProof proof) {
    return ROOTS.get((int) proof.size());
  }

  @Test
  void everyLeafOfEveryTreeIsProvedByAPathOfTheStatedLength() {
    forEveryLeafOfEveryTree((proof, leaf) -> {
      assertThat(proof.verifies(leaf, root(proof))).isTrue();
      assertThat(proof.path()).hasSize(InclusionProof.pathLength(proof.index(), proof.size()));
    });
  }

  @Test
  void noProofHoldsAtAnyOtherIndex() {
    forEveryLeafOfEveryTree((proof, leaf) -> {
      for (long other = -1; other <= proof.size(); other++) {
        InclusionProof moved = new InclusionProof(other, proof.size(), proof.path());
        if (other != proof.index() && moved.verifies(leaf, root(proof))) {
          throw new AssertionError(proof.index() + " of " + proof.size() + " at " + other);
        }
      }
    });
  }

  @Test
  void noProofHoldsForAnotherSizeWithItsRoot() {
    forEveryLeafOfEveryTree((proof, leaf) -> {
      for (long size : new long[] {proof.size() - 1, proof.size() + 1}) {
        InclusionProof resized = new InclusionProof(proof.index(), size, proof.path());
        assertThat(resized.verifies(leaf, ROOTS.get((int) size))).isFalse();
      }
    });
  }

  @Test
  void noProofHoldsForANeighbouringLeafOrAnotherRoot() {
    forEveryLeafOfEveryTree((proof, leaf) -> {
      LeafHash neighbour = TREE.leaf((int) (proof.index() + 1));
      assertThat(proof.verifies(neighbour, root(proof))).isFalse();
      assertThat(proof.verifies(leaf, ROOTS.get((int) proof.size() + 1))).isFalse();
    });
  }

  @Test
  void noTruncatedExtendedOrAlteredPathHolds() {
    forEveryLeafOfEveryTree((proof, leaf) -> {
      for (List<TreeHash> path : distortions(proof.path())) {
        InclusionProof distorted = new InclusionProof(proof.index(), proof.size(), path);
        assertThat(distorted.verifies(leaf, root(proof))).isFalse();
      }
    });
  }

  /** Each shorter by one end, longer at either end, and each hash flipped in turn. */
  static List<List<TreeHash>> distortions(List<TreeHash> path) {
    List<List<TreeHash>> distortions = new ArrayList<>();
    List<TreeHash> longer = new ArrayList<>(path);
    longer.add(LeafHasher.empty());
    distortions.add(longer);
    List<TreeHash> longerBelow = new ArrayList<>(path);
    longerBelow.addFirst(LeafHasher.empty());
    distortions.add(longerBelow);
    if (!path.isEmpty()) {
      distortions.add(path.subList(1, path.size()));
      distortions.add(path.subList(0, path.size() - 1));
    }
    for (int i = 0; i < path.size(); i++) {
      List<TreeHash> flipped = new ArrayList<>(path);
      flipped.set(i, flipped(path.get(i)));
      distortions.add(flipped);
    }
    return distortions;
  }

  static TreeHash flipped(TreeHash hash) {
    byte[] bytes = hash.toBytes();
    bytes[31] ^= 1;
    return TreeHash.of(bytes);
  }
}
