package org.disclosureledger.format.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsistencyProofTest {
  private static final int LARGEST = 130;
  private static final SampleTree TREE = new SampleTree(LARGEST + 1);
  private static final List<TreeHash> ROOTS =
      IntStream.rangeClosed(0, LARGEST + 1).mapToObj(size -> TreeHead.rootOf(size, TREE)).toList();

  private interface Check {
    void run(ConsistencyProof proof, TreeHash smaller, TreeHash larger);
  }

  private static void forEveryPair(Check check) {
    for (int larger = 0; larger <= LARGEST; larger++) {
      for (int smaller = 0; smaller <= larger; smaller++) {
        ConsistencyProof proof = ConsistencyProof.build(smaller, larger, TREE);
        check.run(proof, ROOTS.get(smaller), ROOTS.get(larger));
      }
    }
  }

  @Test
  void everyPairOfSizesIsProvedConsistent() {
    forEveryPair((proof, smaller, larger) -> assertThat(proof.verifies(smaller, larger)).isTrue());
  }

  @Test
  void aFlippedSmallerRootIsRefused() {
    forEveryPair((proof, smaller, larger) ->
        assertThat(proof.verifies(InclusionProofTest.flipped(smaller), larger)).isFalse());
  }

  @Test
  void aFlippedLargerRootIsRefusedUnlessNothingCameBefore() {
    forEveryPair((proof, smaller, larger) ->
        assertThat(proof.verifies(smaller, InclusionProofTest.flipped(larger)))
            .isEqualTo(proof.smaller() == 0 && proof.larger() > 0));
  }

  @Test
  void noTruncatedExtendedOrAlteredPathHolds() {
    forEveryPair((proof, smaller, larger) -> {
      for (List<TreeHash> path : InclusionProofTest.distortions(proof.path())) {
        ConsistencyProof other = new ConsistencyProof(proof.smaller(), proof.larger(), path);
        assertThat(other.verifies(smaller, larger)).isFalse();
      }
    });
  }

  @Test
  void neighbouringSizesAreRefused() {
    forEveryPair((proof, smaller, larger) -> {
      if (proof.smaller() == 0 || proof.smaller() == proof.larger()) {
        return;
      }
      for (int step = -1; step <= 1; step += 2) {
        ConsistencyProof movedSmaller =
            new ConsistencyProof(proof.smaller() + step, proof.larger(), proof.path());
        TreeHash otherRoot = ROOTS.get((int) proof.smaller() + step);
        assertThat(movedSmaller.verifies(otherRoot, larger)).isFalse();
        ConsistencyProof movedLarger =
            new ConsistencyProof(proof.smaller(), proof.larger() + step, proof.path());
        assertThat(movedLarger.verifies(smaller, ROOTS.get((int) proof.larger() + step))).isFalse();
      }
    });
  }

  @Test
  void sizesInTheWrongOrderAreRefused() {
    ConsistencyProof backwards = new ConsistencyProof(8, 7, List.of());
    assertThat(backwards.verifies(ROOTS.get(8), ROOTS.get(7))).isFalse();
  }
}
