package org.disclosureledger.verifier.mirror;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.disclosureledger.format.DisclosureLine;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.tile.TileCoordinate;
import org.disclosureledger.verifier.check.DisclosuresCheck;
import org.disclosureledger.verifier.check.OpenedSlots;
import org.disclosureledger.verifier.report.Counted;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.source.Granted;
import org.disclosureledger.verifier.source.HttpSource;
import org.disclosureledger.verifier.source.LedgerFiles;
import org.disclosureledger.verifier.source.LedgerFiles.StoredEntry;
import org.disclosureledger.verifier.source.SourceException;
import org.disclosureledger.verifier.source.SourceException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What grants open of a mirrored ledger, fetched anew each time, since grants come and go: the
 * files under {@code disclosures/} are afterwards what these grants open, and no others. Each
 * disclosure is held against its entry in the copy before its file gets its name.
 */
public final class GrantedDisclosures {
  private static final String ERASED = "org.disclosureledger.personal-data.erased.";

  private final HttpSource source;
  private final List<UUID> grants;
  private final String purpose;
  private long files;
  private long opened;
  private long removed;
  private boolean complete;

  private @Nullable Set<String> erased;

  /** By grants, in the server's words: what they are of is gone. */
  private final Map<UUID, String> gone = new LinkedHashMap<>();

  /** The same of those by which the server lets nobody in. */
  private final Map<UUID, String> refused = new LinkedHashMap<>();

  /**
   * @param grants at least one
   * @param purpose the code of what they are for
   */
  public GrantedDisclosures(HttpSource source, List<UUID> grants, String purpose) {
    this.source = source;
    this.grants = List.copyOf(grants);
    this.purpose = purpose;
  }

  /**
   * Fetches them into the copy of a ledger of this size. What a finding is about gets no name. A
   * grant that opens nothing any more stops no other; what the copy has by one that is refused
   * stays, as the server does not say why it refuses.
   *
   * @throws SourceException if the server fails or cannot be reached: what is left to fetch then
   *     stays as it was
   */
  void fetch(MirrorDirectory directory, long size, Findings findings)
      throws IOException, SourceException {
    LedgerFiles copy = new LedgerFiles(directory.source());
    Iterator<TileCoordinate> bundles = TileCoordinate.entryBundles(size).iterator();
    while (bundles.hasNext()) {
      TileCoordinate bundle = bundles.next();
      String path = DisclosuresCheck.path(bundle.index());
      Map<Long, Entry> entries = entries(copy, bundle);
      TreeMap<Long, Set<String>> all = new TreeMap<>();
      for (UUID grant : grants) {
        Optional<byte[]> served = served(path, grant);
        if (served.isPresent() && !take(served.get(), bundle, entries, path, all, findings)) {
          return;
        }
      }
      if (!refused.isEmpty()) {
        Optional<byte[]> held = directory.read(path, DisclosuresCheck.MOST_BYTES);
        TreeMap<Long, Set<String>> before = new TreeMap<>();
        if (held.isPresent() && take(held.get(), bundle, entries, path, before, new Findings())) {
          Set<String> erased = erased(copy, size);
          before.forEach((index, texts) -> {
            if (!erased.contains(about(entries.get(index)))) {
              all.computeIfAbsent(index, first -> new LinkedHashSet<>()).addAll(texts);
            }
          });
        }
      }
      keep(directory, path, all);
    }
    complete = true;
  }

  /** What the ledger itself says is erased goes from the copy, whoever refuses what. */
  private Set<String> erased(LedgerFiles copy, long size) throws SourceException {
    if (erased == null) {
      Set<String> found = new HashSet<>();
      Iterator<TileCoordinate> bundles = TileCoordinate.entryBundles(size).iterator();
      while (bundles.hasNext()) {
        for (Entry entry : entries(copy, bundles.next()).values()) {
          if (entry.payload().type().startsWith(ERASED)) {
            found.add(about(entry));
          }
        }
      }
      erased = found;
    }
    return erased;
  }

  /** The record that an entry of {@code request/<id>} or {@code access/<id>} is about. */
  private static String about(@Nullable Entry entry) {
    String subject = entry == null ? "" : entry.payload().subject().value();
    return subject.substring(subject.indexOf('/') + 1);
  }

  /** Who was refused once is not asked for again. */
  private Optional<byte[]> served(String path, UUID grant) throws SourceException {
    if (gone.containsKey(grant) || refused.containsKey(grant)) {
      return Optional.empty();
    }
    Granted answer = source.disclosures(path, grant, purpose, DisclosuresCheck.MOST_BYTES);
    return switch (answer) {
      case Granted.Opened opens -> Optional.of(opens.lines());
      case Granted.Nothing _ -> Optional.empty();
      case Granted.Gone over -> {
        gone.put(grant, over.why());
        yield Optional.empty();
      }
      case Granted.Refused no -> {
        refused.put(grant, no.why());
        yield Optional.empty();
      }
    };
  }

  private static Map<Long, Entry> entries(LedgerFiles copy, TileCoordinate bundle)
      throws SourceException {
    Map<Long, Entry> entries = new HashMap<>();
    List<StoredEntry> stored =
        copy.bundle(bundle)
            .orElseThrow(() -> new SourceException(Kind.UNREADABLE, bundle.path(), "is missing"))
            .entries();
    for (int i = 0; i < stored.size(); i++) {
      try {
        entries.put(bundle.firstLeaf() + i, EntryCodec.parse(stored.get(i).bytes()));
      } catch (FormatException malformed) {
        // Grade entries is about that; it has no slots that anything could open.
        continue;
      }
    }
    return entries;
  }

  /** False if something of it is not what the ledger commits to. */
  private static boolean take(
      byte[] served,
      TileCoordinate bundle,
      Map<Long, Entry> entries,
      String path,
      TreeMap<Long, Set<String>> all,
      Findings findings) {
    long before = findings.total();
    try {
      for (DisclosureLine line : DisclosureLine.parse(served, bundle.index())) {
        Entry entry = entries.get(line.index());
        // Without one it is about what came after the head that was mirrored.
        if (entry != null) {
          OpenedSlots.of(entry, line, path, findings);
          Set<String> texts = all.computeIfAbsent(line.index(), first -> new LinkedHashSet<>());
          line.disclosures().forEach(text -> texts.add(text.encoded()));
        }
      }
    } catch (FormatException e) {
      findings.add(
          new Finding.OfNote(
              Grade.DISCLOSURES,
              e.rule(),
              path,
              e.offset(),
              String.valueOf(e.getMessage()),
              null,
              null));
    }
    return findings.total() == before;
  }

  private void keep(MirrorDirectory directory, String path, TreeMap<Long, Set<String>> all)
      throws IOException, SourceException {
    if (all.isEmpty()) {
      if (directory.holds(path)) {
        directory.delete(path);
        removed++;
      }
      return;
    }
    StringBuilder lines = new StringBuilder();
    all.forEach((index, texts) -> {
      String joined = String.join("\",\"", texts);
      lines.append("{\"index\":%d,\"disclosures\":[\"%s\"]}\n".formatted(index, joined));
      opened += texts.size();
    });
    if (lines.length() > DisclosuresCheck.MOST_BYTES) {
      throw new SourceException(
          Kind.UNREADABLE, path, "more than 64 MiB of all grants: mirror fewer at a time");
    }
    directory.writePrivately(path, lines.toString().getBytes(StandardCharsets.US_ASCII));
    files++;
  }

  /** After fetching: what came of it. */
  GradeResult result(Findings findings) {
    if (findings.any(Grade.DISCLOSURES)) {
      return GradeResult.fail(Grade.DISCLOSURES, findings.counted(Grade.DISCLOSURES));
    }
    if (!refused.isEmpty()) {
      String counted = Counted.of(refused.size(), "grant", "grants") + " refused";
      String first = refused.values().iterator().next();
      return GradeResult.notChecked(
          Grade.DISCLOSURES, counted + " of " + grants.size() + ": " + first);
    }
    return files == 0
        ? GradeResult.notChecked(Grade.DISCLOSURES, "nothing is granted")
        : GradeResult.pass(
            Grade.DISCLOSURES,
            "%,d opened in %s".formatted(opened, Counted.of(files, "file", "files")));
  }

  /** Whether something that was asked for was refused. */
  boolean isRefused() {
    return !refused.isEmpty();
  }

  /** For the user: what the directory holds now, and what it does not, and why. */
  public List<String> told() {
    List<String> lines = new ArrayList<>();
    lines.add(summary());
    gone.forEach((grant, why) -> lines.add("nothing under grant " + grant + ": " + why));
    refused.forEach((grant, why) ->
        lines.add(
            "not fetched under grant " + grant + ", and what the copy had by it stays: " + why));
    return lines;
  }

  private String summary() {
    String gone =
        removed == 0
            ? ""
            : "; %s removed, of which nothing is granted any more"
                .formatted(Counted.of(removed, "file", "files"));
    if (!complete) {
      return "disclosures not all fetched; the others stay as they were";
    }
    return files == 0
        ? "no disclosures: nothing is granted" + gone
        : "%s of disclosures: names and numbers, readable by you alone%s"
            .formatted(Counted.of(files, "file", "files"), gone);
  }
}
