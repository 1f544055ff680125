package org.disclosureledger.format.vectors;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.note.Policy;
import org.disclosureledger.format.note.PolicyVerdict;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.tile.EntryBundle;
import org.disclosureledger.format.tile.HashTile;
import org.disclosureledger.format.tile.TileCoordinate;

/** What this module alone can say of an export directory: the rules it finds broken. */
final class ExportReading {
  private final Map<String, byte[]> files;
  private final Set<String> rules = new TreeSet<>();

  private ExportReading(Map<String, byte[]> files) {
    this.files = files;
  }

  static Set<String> broken(VectorFolder folder) {
    ExportReading reading = new ExportReading(folder.files());
    reading.read(folder);
    return reading.rules;
  }

  private void read(VectorFolder folder) {
    SignedNote note = SignedNote.parse(folder.file("export/checkpoint"));
    PolicyVerdict verdict =
        Policy.parse(folder.file("policy.txt"))
            .evaluate(note, new Origin(folder.expect("origin")), SampleKey::verify);
    PolicyVerdict.Refusal refusal = verdict.refusal();
    if (refusal != null) {
      rules.add(refusal.rule().id());
    }
    long size = verdict.checkpoint().head().size();
    TreeFrontier frontier = TreeFrontier.empty();
    Map<StreamId, StreamLink> heads = new HashMap<>();
    for (TileCoordinate bundle : TileCoordinate.entryBundles(size).toList()) {
      for (byte[] bytes : EntryBundle.decode(file(bundle.path()), bundle.width())) {
        Entry entry = EntryCodec.parse(bytes);
        frontier.append(entry.leafHash());
        StreamId subject = entry.payload().subject();
        note(() -> StreamLink.check(heads.get(subject), entry.payload()));
        heads.put(subject, StreamLink.of(entry));
      }
    }
    TileCoordinate.hashTiles(size)
        .forEach(tile -> note(() -> new HashTile(tile, file(tile.path())).hash(0)));
    if (!frontier.head().equals(verdict.checkpoint().head())) {
      rules.add("tree-root");
    }
  }

  private byte[] file(String path) {
    byte[] bytes = files.get("export/" + path);
    if (bytes == null) {
      throw new AssertionError("the export lacks " + path);
    }
    return bytes;
  }

  private void note(Runnable check) {
    try {
      check.run();
    } catch (FormatException e) {
      rules.add(e.rule());
    }
  }
}
