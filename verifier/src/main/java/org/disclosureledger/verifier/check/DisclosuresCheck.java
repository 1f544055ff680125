package org.disclosureledger.verifier.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.disclosureledger.format.DisclosureLine;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.tile.TileCoordinate;
import org.disclosureledger.verifier.report.Counted;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.source.LedgerSource;
import org.disclosureledger.verifier.source.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * Grade <em>disclosures</em> (FORMAT §5, §8): each disclosure that the source holds opens a slot of
 * its entry. Memory: one file, and two numbers a stream.
 */
public final class DisclosuresCheck implements LeafCheck {
  /** Of one file (FORMAT §5). */
  public static final int MOST_BYTES = 64 << 20;

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

  /** Of slots of requests and of the streams that tell who looked at them, by the request's id. */
  private final Map<String, Slots> requests = new HashMap<>();

  private long withheld;
  private long erased;

  /** Opened by what somebody kept from before the erasure: true all the same. */
  private long openedOfErased;

  private @Nullable String unread;

  /** How many of a stream are opened, and how many not. */
  private static final class Slots {
    private long opened;
    private long unopened;
  }

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
    long open = line == null ? 0 : OpenedSlots.of(entry, line, file, findings);
    opened += open;
    count(entry, open, entry.slots().size() - open);
  }

  /**
   * An erasure is of what stands before it; what is withheld later of the same request is withheld.
   */
  private void count(Entry entry, long open, long unopened) {
    String stream = entry.payload().subject().value();
    boolean access = stream.startsWith(ACCESS);
    if (!access && !stream.startsWith(REQUEST)) {
      withheld += unopened;
      return;
    }
    String request = stream.substring((access ? ACCESS : REQUEST).length());
    if (access && entry.payload().type().equals(ERASED)) {
      Slots gone = requests.remove(request);
      if (gone != null) {
        erased += gone.unopened;
        openedOfErased += gone.opened;
      }
    }
    if (open + unopened > 0) {
      Slots slots = requests.computeIfAbsent(request, first -> new Slots());
      slots.opened += open;
      slots.unopened += unopened;
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
  public static String path(long bundle) {
    String tile = new TileCoordinate(TileCoordinate.ENTRIES, bundle, TileCoordinate.FULL).path();
    return "disclosures/" + tile.substring("tile/entries/".length()) + ".jsonl";
  }

  /** To be called after the last leaf, with the reason if it was not the head's last. */
  GradeResult result(Optional<String> stopped) {
    long left = withheld + requests.values().stream().mapToLong(slots -> slots.unopened).sum();
    String since = openedOfErased == 0 ? "" : " (%,d erased since)".formatted(openedOfErased);
    String seen = "%,d opened%s, %,d withheld, %,d erased".formatted(opened, since, left, erased);
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
