package org.disclosureledger.verifier.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.Cosignature;
import org.disclosureledger.format.note.NoteSignature;
import org.disclosureledger.format.note.SignatureVerifier;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.source.LedgerSource;
import org.disclosureledger.verifier.source.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * The part of grade <em>head</em> about {@code checkpoints/<size>} of an export: each is the
 * ledger's, signed by a key valid for its size, with the root that the entries give.
 */
final class EarlierCheckpoints {
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,15}");

  private final LedgerSource source;
  private final SignatureVerifier crypto;
  private final Findings findings;
  private final TreeMap<Long, String> files = new TreeMap<>();
  private final List<String> strangers = new ArrayList<>();
  private final List<CheckpointKey> keys = new ArrayList<>();
  private @Nullable String unread;
  private long agreeing;
  private long disagreeing = -1;

  /** A key read once, however many files there are. */
  private record CheckpointKey(VerifierKey vkey, KeyRing.Key key) {}

  EarlierCheckpoints(LedgerSource source, SignatureVerifier crypto, Findings findings) {
    this.source = source;
    this.crypto = crypto;
    this.findings = findings;
    try {
      for (String name : source.checkpointNames()) {
        if (SIZE.matcher(name).matches()) {
          files.put(Long.parseLong(name), "checkpoints/" + name);
        } else {
          strangers.add("checkpoints/" + name);
        }
      }
    } catch (SourceException e) {
      unread = e.getMessage();
    }
  }

  /** The sizes whose recomputed roots {@link #check} must be given. */
  Set<Long> sizes() {
    return Collections.unmodifiableSet(files.keySet());
  }

  /** Recomputed roots, empty for sizes that were not reached. */
  @FunctionalInterface
  interface Roots {
    Optional<TreeHash> at(long size);
  }

  /**
   * To be called after the pass over the entries.
   *
   * @param complete whether the pass saw every leaf of the head
   */
  void check(Checkpoint head, KeyRing ring, boolean complete, Roots roots) {
    Collections.sort(strangers);
    strangers.forEach(file -> add(Rule.CHECKPOINTS_NAME, file, "a size", null));
    for (KeyRing.Key key : ring.all()) {
      if (key.role() == KeyRing.Role.CHECKPOINT) {
        keys.add(new CheckpointKey(VerifierKey.parse(key.id()), key));
      }
    }
    files.forEach((size, file) -> check(size, file, head, ring, complete, roots));
    String own = "checkpoints/" + head.head().size();
    if (source.isExport() && unread == null && !files.containsValue(own)) {
      unread = own + " is missing";
    }
  }

  private void check(
      long size, String file, Checkpoint head, KeyRing ring, boolean complete, Roots roots) {
    SignedNote note;
    Checkpoint checkpoint;
    try {
      Optional<byte[]> bytes = source.read(file, FormatLimits.MAX_NOTE_BYTES);
      if (bytes.isEmpty()) {
        unread = file + " is no file";
        return;
      }
      note = SignedNote.parse(bytes.get());
      checkpoint = Checkpoint.parse(note.text());
    } catch (SourceException e) {
      SourceFindings.report(e, Grade.HEAD, -1, findings);
      unread = e.getMessage();
      return;
    } catch (FormatException e) {
      findings.add(
          new Finding.OfNote(
              Grade.HEAD, e.rule(), file, e.offset(), String.valueOf(e.getMessage()), null, null));
      return;
    }
    if (checkpoint.head().size() != size) {
      add(Rule.CHECKPOINTS_NAME, file, "size " + size, "size " + checkpoint.head().size());
    }
    boolean signed = signatures(file, note, checkpoint, head, ring);
    if (size > head.head().size()) {
      add(Rule.CHECKPOINTS_BEYOND_HEAD, file, "at most " + head.head().size(), "size " + size);
    } else {
      root(file, checkpoint, signed, complete, roots);
    }
  }

  private void root(
      String file, Checkpoint checkpoint, boolean signed, boolean complete, Roots roots) {
    long size = checkpoint.head().size();
    Optional<TreeHash> recomputed = roots.at(size);
    if (recomputed.isEmpty()) {
      unread = complete ? unread : file + ": the root could not be recomputed";
    } else if (!recomputed.get().equals(checkpoint.head().root())) {
      disagreeing = signed && disagreeing < 0 ? size : disagreeing;
      add(
          Rule.CHECKPOINTS_ROOT,
          file,
          recomputed.get().toBase64(),
          checkpoint.head().root().toBase64());
    } else if (signed && disagreeing < 0) {
      agreeing = size;
    }
  }

  /** Whether a key of the ledger validly signed it. */
  private boolean signatures(
      String file, SignedNote note, Checkpoint checkpoint, Checkpoint head, KeyRing ring) {
    if (!checkpoint.origin().equals(head.origin())) {
      add(Rule.CHECKPOINTS_SIGNATURE, file, head.origin().value(), checkpoint.origin().value());
      return false;
    }
    if (!ring.isOpened() && checkpoint.head().size() > 0) {
      unread = file + ": leaf 0 gives no key to check it with";
      return false;
    }
    boolean signed = false;
    for (NoteSignature line : note.signatures()) {
      Optional<CheckpointKey> signer =
          keys.stream().filter(key -> key.vkey().claims(line)).findFirst();
      if (signer.isEmpty()) {
        // These files hold only the ledger's own lines, so here each line says something.
        add(
            Rule.CHECKPOINTS_SIGNATURE,
            file,
            "lines by checkpoint keys of the ledger only",
            "a line of " + line.name());
        return false;
      }
      VerifierKey vkey = signer.get().vkey();
      if (!holds(vkey, line, checkpoint, note)) {
        add(Rule.CHECKPOINTS_SIGNATURE, file, "a signature by " + vkey.toVkey(), null);
        return false;
      }
      if (!signer.get().key().maySignSize(checkpoint.head().size())) {
        String sizes = window(signer.get().key());
        add(Rule.CHECKPOINT_KEY_WINDOW, file, sizes, "size " + checkpoint.head().size());
        return false;
      }
      signed |= vkey.type() == VerifierKey.ED25519;
    }
    if (!signed) {
      add(Rule.CHECKPOINTS_SIGNATURE, file, "an Ed25519 signature by a key of the ledger", "none");
    }
    return signed;
  }

  private boolean holds(
      VerifierKey key, NoteSignature line, Checkpoint checkpoint, SignedNote note) {
    try {
      return Cosignature.verifies(key, line, checkpoint, note.text(), crypto);
    } catch (FormatException malformed) {
      return false;
    }
  }

  /** The sizes a checkpoint key may sign, for a finding. */
  static String window(KeyRing.Key key) {
    return key.retired() == KeyRing.NEVER
        ? "size %d or more".formatted(key.enrolled() + 1)
        : "size %d to %d".formatted(key.enrolled() + 1, key.retired() + 1);
  }

  private void add(Rule rule, String file, @Nullable String expected, @Nullable String found) {
    findings.add(
        new Finding.OfNote(rule.grade(), rule.id(), file, -1, rule.meaning(), expected, found));
  }

  /** What the earlier checkpoints say of where the tree departs from the head, may be empty. */
  String place(Checkpoint head) {
    if (agreeing == 0 && disagreeing < 0) {
      return "";
    }
    long until = disagreeing < 0 ? head.head().size() : disagreeing;
    return "; by the earlier checkpoints it departs in leaves %d to %d"
        .formatted(agreeing, until - 1);
  }

  /** Why not each of them could be checked. */
  Optional<String> unread() {
    return Optional.ofNullable(unread);
  }

  /** For the head's line in the report, may be empty. */
  String evidence() {
    return files.isEmpty() ? "" : "; %,d under checkpoints/".formatted(files.size());
  }
}
