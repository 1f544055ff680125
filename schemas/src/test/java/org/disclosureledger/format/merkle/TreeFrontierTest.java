package org.disclosureledger.format.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.LeafHash;
import org.junit.jupiter.api.Test;

class TreeFrontierTest {
  /** The leaves and roots of the reference implementation of RFC 6962. */
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void theRootsAreThoseOfTheReferenceImplementation() {
    TreeFrontier frontier = TreeFrontier.empty();
    assertThat(HexFormat.of().formatHex(frontier.root().toBytes())).isEqualTo(ROOTS.getFirst());
    for (int i = 0; i < LEAVES.size(); i++) {
      frontier.append(LeafHash.ofEntry(HexFormat.of().parseHex(LEAVES.get(i))));
      assertThat(HexFormat.of().formatHex(frontier.root().toBytes())).isEqualTo(ROOTS.get(i + 1));
    }
  }

  @Test
  void atEverySizeTheRootIsTheDefinitionsAndTheBytesReadBack() {
    SampleTree tree = new SampleTree(300);
    TreeFrontier frontier = TreeFrontier.empty();
    for (int size = 0; size <= 300; size++) {
      assertThat(frontier.root()).isEqualTo(tree.definition(0, size));
      assertThat(TreeHead.rootOf(size, tree)).isEqualTo(frontier.root());
      TreeFrontier read = TreeFrontier.parse(size, frontier.toBytes());
      assertThat(read.head()).isEqualTo(frontier.head());
      if (size < 300) {
        frontier = size % 2 == 0 ? read : frontier;
        frontier.append(tree.leaf(size));
      }
    }
  }

  @Test
  void aCopyGrowsApart() {
    SampleTree tree = new SampleTree(8);
    TreeFrontier frontier = TreeFrontier.empty();
    for (int i = 0; i < 7; i++) {
      frontier.append(tree.leaf(i));
    }
    TreeFrontier copy = frontier.copy();
    copy.append(tree.leaf(7));
    copy.append(tree.leaf(0));
    assertThat(frontier.root()).isEqualTo(tree.definition(0, 7));
    frontier.append(tree.leaf(7));
    assertThat(frontier.root()).isEqualTo(tree.definition(0, 8));
    assertThat(frontier.size()).isEqualTo(8);
    assertThat(copy.size()).isEqualTo(9);
  }

  @Test
  void aFrontierOfTheWrongLengthIsRefused() {
    for (int length : new int[] {0, 31, 32, 63, 65, 96}) {
      assertThatThrownBy(() -> TreeFrontier.parse(3, new byte[length]))
          .isInstanceOfSatisfying(
              FormatException.class, e -> assertThat(e.rule()).isEqualTo("tree-frontier"));
    }
    assertThatThrownBy(() -> TreeFrontier.parse(-1, new byte[64 * 32]))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void aMillionEqualLeavesGiveTheRootThatDoublingGives() {
    TreeFrontier frontier = TreeFrontier.empty();
    LeafHash leaf = LeafHash.ofEntry(new byte[] {1});
    TreeHash doubled = TreeHash.of(leaf);
    for (long size = 1; size <= 1 << 20; size++) {
      frontier.append(leaf);
      if (Long.bitCount(size) == 1) {
        assertThat(frontier.root()).isEqualTo(doubled);
        doubled = LeafHasher.node(doubled, doubled);
      }
    }
  }
}
