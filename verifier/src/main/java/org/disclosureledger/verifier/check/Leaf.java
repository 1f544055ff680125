package org.disclosureledger.verifier.check;

import org.disclosureledger.format.Entry;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/**
 * One leaf as the pass over the bundles meets it.
 *
 * @param index leaf index
 * @param file the bundle that holds it
 * @param offset of the entry's first byte in that file
 * @param hash of the bytes as they are
 * @param entry null if the bytes do not parse, which then is a finding already
 */
record Leaf(long index, String file, long offset, LeafHash hash, @Nullable Entry entry) {
  /** Of an entry that does not stand in a bundle file. */
  static final long NO_OFFSET = -1;

  /** A finding about this leaf in the rule's own grade. */
  Finding finding(Rule rule, String message, @Nullable String expected, @Nullable String found) {
    return new Finding.OfLeaf(
        rule.grade(), rule.id(), index, file, offset, message, expected, found);
  }

  /** A finding about the leaf's form, at an offset within the entry (−1 for the entry itself). */
  Finding malformed(String rule, long within, String message) {
    long at = offset == NO_OFFSET ? NO_OFFSET : offset + Math.max(0, within);
    return new Finding.OfLeaf(Grade.ENTRIES, rule, index, file, at, message, null, null);
  }
}
