package org.disclosureledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.merkle.HashReader;
import org.disclosureledger.format.merkle.LeafHasher;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.tile.TileCoordinate;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.source.DirectorySource;
import org.disclosureledger.verifier.source.LedgerFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree alone, over leaves that are no entries, so that it can be high. */
class TreeCheckTest {
  private static final int SIZE = 65_536 + 257;

  @TempDir private Path directory;
  private final List<LeafHash> leaves = new ArrayList<>();
  private final Map<Long, TreeHash> nodes = new HashMap<>();

  private TreeHash node(int level, long index) {
    TreeHash known = nodes.get((long) level << 48 | index);
    if (known == null) {
      known =
          level == 0
              ? TreeHash.of(leaves.get((int) index))
              : LeafHasher.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
      nodes.put((long) level << 48 | index, known);
    }
    return known;
  }

  private void write() throws IOException {
    for (int i = 0; i < SIZE; i++) {
      leaves.add(LeafHash.ofEntry(new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)}));
    }
    HashReader reader = this::node;
    for (TileCoordinate tile : TileCoordinate.hashTiles(SIZE).toList()) {
      byte[] hashes = new byte[tile.width() * TreeHash.LENGTH];
      for (int i = 0; i < tile.width(); i++) {
        byte[] hash = reader.read(8 * tile.level(), tile.index() * 256 + i).toBytes();
        System.arraycopy(hash, 0, hashes, i * TreeHash.LENGTH, TreeHash.LENGTH);
      }
      Path file = directory.resolve(tile.path());
      Files.createDirectories(file.getParent());
      Files.write(file, hashes);
    }
  }

  private GradeResult check(Findings findings) {
    TreeCheck check =
        new TreeCheck(new LedgerFiles(new DirectorySource(directory)), Set.of(300L), findings);
    TreeFrontier frontier = TreeFrontier.empty();
    for (int i = 0; i < SIZE; i++) {
      check.leaf(new Leaf(i, "bundle", 0, leaves.get(i), null));
      frontier.append(leaves.get(i));
    }
    TreeHead head = new TreeHead(SIZE, frontier.root());
    assertThat(check.rootAt(300)).contains(TreeHead.rootOf(300, this::node));
    return check.result(head, Optional.empty(), "");
  }

  @Test
  void everyTileOfThreeLevelsIsRecomputedAndEachAlteredHashNamed() throws Exception {
    write();
    Findings none = new Findings();
    assertThat(check(none).evidence()).isEqualTo("root and 261 tiles recomputed");
    assertThat(none.total()).isZero();

    Map<String, Long> altered =
        Map.of(
            "tile/0/007",
            7L * 256 + 3,
            "tile/0/257.p/1",
            65_536L + 256,
            "tile/1/000",
            3L * 256,
            "tile/1/001.p/1",
            65_536L,
            "tile/2/000.p/1",
            0L);
    for (Map.Entry<String, Long> tile : altered.entrySet()) {
      Path file = directory.resolve(tile.getKey());
      byte[] sound = Files.readAllBytes(file);
      byte[] bytes = sound.clone();
      bytes[bytes.length == TreeHash.LENGTH ? 5 : 3 * TreeHash.LENGTH + 5] ^= 4;
      Files.write(file, bytes);
      Findings findings = new Findings();
      assertThat(check(findings).status()).isEqualTo(GradeResult.Status.FAIL);
      Finding finding = findings.sorted().getFirst();
      assertThat(findings.total()).isOne();
      assertThat(finding.rule()).isEqualTo("tile-hash");
      assertThat(finding.file()).isEqualTo(tile.getKey());
      assertThat(finding.leaf()).isEqualTo(tile.getValue());
      Files.write(file, sound);
    }
  }
}
