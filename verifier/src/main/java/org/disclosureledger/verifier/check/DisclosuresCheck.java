package org.disclosureledger.verifier.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.format.CommitmentSlot;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.DisclosureLine;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.tile.TileCoordinate;
import org.disclosureledger.verifier.report.Counted;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.source.LedgerSource;
import org.disclosureledger.verifier.source.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * Grade <em>disclosures</em> (FORMAT §5, §8): each disclosure that the source holds opens a slot of
 * its entry. Memory: one file, and a number a stream.
 */
final class DisclosuresCheck implements LeafCheck {
  /** FORMAT §5. */
  private static final int MOST_BYTES = 64 << 20;

  private static final String ERASED = "org.disclosureledger.personal-data.erased.v1";
  private static final String ACCESS = "access/";
  private static final String REQUEST = "request/";

  private final LedgerSource source;
  private final Findings findings;
  private Map<Long, DisclosureLine> lines = Map.of();
  private long bundle = -1;
  private String file = "";
  private long files;
  private long opened;

  /** Slots of requests that nothing opens, by stream. */
  private final Map<String, Long> unopened = new HashMap<>();

  private long withheld;
  private long erased;
  private @Nullable String unread;

  DisclosuresCheck(LedgerSource source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  @Override
  public void leaf(Leaf leaf) {
    if (leaf.index() / TileCoordinate.FULL != bundle) {
      bundle = leaf.index() / TileCoordinate.FULL;
      read();
    }
    DisclosureLine line = lines.get(leaf.index());
    Entry entry = leaf.entry();
    if (entry == null) {
      return;
    }
    long open = line == null ? 0 : open(leaf, entry, line);
    opened += open;
    unopened(entry, entry.slots().size() - open);
  }

  private long open(Leaf leaf, Entry entry, DisclosureLine line) {
    Set<String> slots = new HashSet<>();
    for (CommitmentSlot slot : entry.slots()) {
      slots.add(slot.digest());
    }
    Set<String> open = new HashSet<>();
    for (DisclosureLine.Text text : line.disclosures()) {
      try {
        String digest = Disclosure.parse(text.encoded()).digest();
        if (!slots.contains(digest)) {
          add(leaf, Rule.DISCLOSURE_SLOT, text.offset(), digest);
        } else if (!open.add(digest)) {
          add(leaf, Rule.DISCLOSURE_REPEATED, text.offset(), digest);
        }
      } catch (FormatException e) {
        long at = text.offset() + Math.max(0, e.offset());
        findings.add(
            new Finding.OfLeaf(
                Grade.DISCLOSURES,
                e.rule(),
                leaf.index(),
                file,
                at,
                String.valueOf(e.getMessage()),
                null,
                null));
      }
    }
    return open.size();
  }

  /** An erasure is of what stands before it; what its own request withholds later is withheld. */
  private void unopened(Entry entry, long count) {
    String stream = entry.payload().subject().value();
    if (entry.payload().type().equals(ERASED) && stream.startsWith(ACCESS)) {
      Long gone = unopened.remove(REQUEST + stream.substring(ACCESS.length()));
      erased += gone == null ? 0 : gone;
    }
    if (count > 0 && stream.startsWith(REQUEST)) {
      unopened.merge(stream, count, Long::sum);
    } else {
      withheld += count;
    }
  }

  private void read() {
    lines = Map.of();
    file = path(bundle);
    if (!source.isExport() || unread != null) {
      return;
    }
    try {
      Optional<byte[]> bytes = source.read(file, MOST_BYTES);
      if (bytes.isPresent()) {
        files++;
        lines = byIndex(DisclosureLine.parse(bytes.get(), bundle));
      }
    } catch (FormatException e) {
      findings.add(
          new Finding.OfNote(
              Grade.DISCLOSURES,
              e.rule(),
              file,
              e.offset(),
              String.valueOf(e.getMessage()),
              null,
              null));
    } catch (SourceException e) {
      unread = e.getMessage();
      SourceFindings.report(e, Grade.DISCLOSURES, -1, findings);
    }
  }

  private static Map<Long, DisclosureLine> byIndex(List<DisclosureLine> read) {
    Map<Long, DisclosureLine> byIndex = new HashMap<>();
    read.forEach(line -> byIndex.put(line.index(), line));
    return byIndex;
  }

  /** {@code disclosures/x001/234.jsonl}, numbered as bundles are. */
  static String path(long bundle) {
    String tile = new TileCoordinate(TileCoordinate.ENTRIES, bundle, TileCoordinate.FULL).path();
    return "disclosures/" + tile.substring("tile/entries/".length()) + ".jsonl";
  }

  private void add(Leaf leaf, Rule rule, long at, String digest) {
    findings.add(
        new Finding.OfLeaf(
            Grade.DISCLOSURES, rule.id(), leaf.index(), file, at, rule.meaning(), null, digest));
  }

  /** To be called after the last leaf, with the reason if it was not the head's last. */
  GradeResult result(Optional<String> stopped) {
    long left = withheld + unopened.values().stream().mapToLong(Long::longValue).sum();
    String seen = "%,d opened, %,d withheld, %,d erased".formatted(opened, left, erased);
    if (findings.any(Grade.DISCLOSURES)) {
      String counted = findings.counted(Grade.DISCLOSURES);
      return GradeResult.fail(Grade.DISCLOSURES, seen + "; " + counted);
    }
    if (stopped.isPresent() || unread != null) {
      return GradeResult.notChecked(
          Grade.DISCLOSURES, stopped.orElseGet(() -> String.valueOf(unread)));
    }
    return files == 0
        ? GradeResult.notChecked(Grade.DISCLOSURES, "none handed over: " + seen)
        : GradeResult.pass(Grade.DISCLOSURES, seen + " in " + Counted.of(files, "file", "files"));
  }
}
