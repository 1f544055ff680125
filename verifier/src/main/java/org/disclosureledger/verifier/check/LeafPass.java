package org.disclosureledger.verifier.check;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.tile.TileCoordinate;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.source.LedgerFiles;
import org.disclosureledger.verifier.source.LedgerFiles.StoredBundle;
import org.disclosureledger.verifier.source.LedgerFiles.StoredEntry;
import org.disclosureledger.verifier.source.SourceException;

/**
 * Reads the bundles of a tree one at a time and shows each leaf to the checks. It stops at the
 * first bundle that is absent or cannot be split, because no later leaf's place is known then.
 */
final class LeafPass {
  private final LedgerFiles files;
  private final Findings findings;
  private final Progress progress;
  private long leaves;

  LeafPass(LedgerFiles files, Findings findings, Progress progress) {
    this.files = files;
    this.findings = findings;
    this.progress = progress;
  }

  /** Empty when every leaf was seen, else why not. */
  Optional<String> run(long size, List<? extends LeafCheck> checks) {
    return run(size, size, checks);
  }

  /** The same up to the end of the bundle in which so many leaves have been seen. */
  Optional<String> run(long size, long enough, List<? extends LeafCheck> checks) {
    Iterator<TileCoordinate> bundles = TileCoordinate.entryBundles(size).iterator();
    while (bundles.hasNext() && leaves < enough) {
      TileCoordinate coordinate = bundles.next();
      Optional<String> stopped = bundle(coordinate, checks);
      if (stopped.isPresent()) {
        return stopped;
      }
      progress.at(leaves, size);
    }
    return Optional.empty();
  }

  /** How many leaves were seen. */
  long leaves() {
    return leaves;
  }

  private Optional<String> bundle(TileCoordinate coordinate, List<? extends LeafCheck> checks) {
    Optional<StoredBundle> read;
    try {
      read = files.bundle(coordinate);
    } catch (SourceException e) {
      SourceFindings.report(e, Grade.ENTRIES, coordinate.firstLeaf(), findings);
      return Optional.of(String.valueOf(e.getMessage()));
    }
    if (read.isEmpty()) {
      return Optional.of(coordinate.path() + " is missing");
    }
    StoredBundle bundle = read.get();
    FormatException malformed = bundle.malformed();
    for (StoredEntry stored : bundle.entries()) {
      Leaf leaf = leaf(bundle.file(), stored);
      if (leaf.entry() == null && malformed != null) {
        break;
      }
      checks.forEach(check -> check.leaf(leaf));
      leaves++;
    }
    checks.forEach(LeafCheck::endOfBundle);
    if (malformed == null) {
      return Optional.empty();
    }
    findings.add(
        new Finding.OfLeaf(
            Grade.ENTRIES,
            malformed.rule(),
            leaves,
            bundle.file(),
            malformed.offset(),
            String.valueOf(malformed.getMessage()),
            null,
            null));
    return Optional.of(bundle.file() + " is malformed");
  }

  private Leaf leaf(String file, StoredEntry stored) {
    LeafHash hash = LeafHash.ofEntry(stored.bytes());
    try {
      Entry entry = EntryCodec.parse(stored.bytes());
      return new Leaf(leaves, file, stored.offset(), hash, entry);
    } catch (FormatException e) {
      Leaf leaf = new Leaf(leaves, file, stored.offset(), hash, null);
      findings.add(leaf.malformed(e.rule(), e.offset(), String.valueOf(e.getMessage())));
      return leaf;
    }
  }
}
