package org.disclosureledger.format.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.Rejections;
import org.disclosureledger.format.merkle.InclusionProof;
import org.disclosureledger.format.merkle.SampleTree;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileContentTest {
  private static final SampleTree TREE = new SampleTree(66_000);

  private static Map<TileCoordinate, HashTile> tiles(long size) {
    Map<TileCoordinate, HashTile> tiles = new HashMap<>();
    TileCoordinate.hashTiles(size)
        .forEach(coordinate -> {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          for (int i = 0; i < coordinate.width(); i++) {
            TreeHash hash = TREE.read(8 * coordinate.level(), coordinate.index() * 256 + i);
            bytes.writeBytes(hash.toBytes());
          }
          tiles.put(coordinate, new HashTile(coordinate, bytes.toByteArray()));
        });
    return tiles;
  }

  private static HashTile tile(Map<TileCoordinate, HashTile> tiles, TileCoordinate coordinate) {
    HashTile tile = tiles.get(coordinate);
    if (tile == null) {
      throw new AssertionError("asked for " + coordinate + ", which the tree does not have");
    }
    return tile;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537})
  void rootAndProofsComeFromTheTilesOfTheTreeAlone(int size) {
    Map<TileCoordinate, HashTile> tiles = tiles(size);
    TileHashes hashes = new TileHashes(size, coordinate -> tile(tiles, coordinate));
    TreeHash root = TreeHead.rootOf(size, TREE);
    assertThat(TreeHead.rootOf(size, hashes)).isEqualTo(root);
    for (int index : new int[] {0, size / 2, size - 1}) {
      InclusionProof proof = InclusionProof.build(index, size, hashes);
      assertThat(proof).isEqualTo(InclusionProof.build(index, size, TREE));
      assertThat(proof.verifies(TREE.leaf(index), root)).isTrue();
    }
  }

  @Test
  void aFullTilesRootStandsInTheLevelAbove() {
    Map<TileCoordinate, HashTile> tiles = tiles(600);
    HashTile above = tile(tiles, new TileCoordinate(1, 0, 2));
    for (int i = 0; i < 2; i++) {
      assertThat(tile(tiles, new TileCoordinate(0, i, 256)).root()).isEqualTo(above.hash(i));
    }
    HashTile partial = tile(tiles, new TileCoordinate(0, 2, 88));
    assertThatThrownBy(partial::root).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> partial.hash(88)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 63, 65, 96})
  void aTileOfTheWrongLengthIsRefused(int length) {
    TileCoordinate two = new TileCoordinate(0, 0, 2);
    Rejections.assertRejected(
        new byte[length], b -> new HashTile(two, b), "tile-length", Math.min(length, 64));
  }

  @Test
  void bundlesReadBack() {
    List<byte[]> entries = List.of(new byte[] {1}, new byte[65_535], new byte[256]);
    byte[] bundle = EntryBundle.encode(entries);
    assertThat(bundle).hasSize(6 + 1 + 65_535 + 256);
    List<byte[]> read = EntryBundle.decode(bundle, 3);
    assertThat(read).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(read.get(i)).isEqualTo(entries.get(i));
    }
  }

  @Test
  void bundlesAreStrict() {
    reject("0001AA 0001BB", 3, "bundle-truncated", 6);
    reject("0001AA 0001BB", 1, "bundle-trailing", 3);
    reject("0001AA 0000", 2, "bundle-entry-length", 3);
    reject("0001AA 0002BB", 2, "bundle-truncated", 6);
    reject("0001AA 00", 2, "bundle-truncated", 4);
    reject("0001AA 00", 1, "bundle-trailing", 3);
    reject("", 1, "bundle-truncated", 0);
    for (byte[] entry : List.of(new byte[0], new byte[65_536])) {
      assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[1], entry)))
          .isInstanceOfSatisfying(
              FormatException.class,
              e -> assertThat(e.rule() + e.offset()).isEqualTo("bundle-entry-length3"));
    }
  }

  private static void reject(String hex, int width, String rule, long offset) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    Rejections.assertRejected(bytes, b -> EntryBundle.decode(b, width), rule, offset);
  }
}
