package org.disclosureledger.format.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.format.LeafHash;

/** Invented leaves with every complete subtree kept, and an independent recursive root. */
public final class SampleTree implements HashReader {
  private final List<LeafHash> leaves = new ArrayList<>();
  private final List<List<TreeHash>> levels = new ArrayList<>();

  public SampleTree(int size) {
    for (int i = 0; i < size; i++) {
      add(LeafHash.ofEntry(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
    }
  }

  public void add(LeafHash leaf) {
    leaves.add(leaf);
    TreeHash carry = TreeHash.of(leaf);
    for (int level = 0; ; level++) {
      if (levels.size() == level) {
        levels.add(new ArrayList<>());
      }
      List<TreeHash> row = levels.get(level);
      row.add(carry);
      if (row.size() % 2 == 1) {
        return;
      }
      carry = LeafHasher.node(row.get(row.size() - 2), carry);
    }
  }

  public LeafHash leaf(int index) {
    return leaves.get(index);
  }

  @Override
  public TreeHash read(int level, long index) {
    return levels.get(level).get((int) index);
  }

  /** RFC 6962 §2.1 word by word, knowing nothing of stored subtrees. */
  TreeHash definition(int from, int to) {
    if (to == from) {
      return LeafHasher.empty();
    }
    if (to - from == 1) {
      return TreeHash.of(leaves.get(from));
    }
    int k = 1;
    while (k * 2 < to - from) {
      k *= 2;
    }
    return LeafHasher.node(definition(from, from + k), definition(from + k, to));
  }
}
