package org.disclosureledger.verifier.mirror;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.tile.TileCoordinate;
import org.disclosureledger.verifier.check.ContinuityCheck;
import org.disclosureledger.verifier.check.HeadCheck;
import org.disclosureledger.verifier.check.Progress;
import org.disclosureledger.verifier.check.SourceFindings;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.crypto.NoteCrypto;
import org.disclosureledger.verifier.crypto.StrictEd25519;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.LedgerFiles;
import org.disclosureledger.verifier.source.LedgerSource;
import org.disclosureledger.verifier.source.SourceException;
import org.disclosureledger.verifier.state.StateStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Copies a ledger into an export directory (FORMAT §5). Every file is checked against a checkpoint
 * verified under the policy before it gets its name, from the top of the tree down; the checkpoint
 * itself comes after them. A directory that holds a mirror already is brought up to date, unless
 * the new head is inconsistent with its own: then nothing of it is replaced.
 */
public final class Mirror {
  private final LedgerSource source;
  private final MirrorDirectory directory;
  private final TrustPolicy trust;
  private final @Nullable StateStore state;
  private final Set<Grade> demanded;
  private final NoteCrypto crypto = new NoteCrypto(new StrictEd25519());
  private final Findings findings = new Findings();
  private final Map<Grade, GradeResult> results = new EnumMap<>(Grade.class);
  private @Nullable GrantedDisclosures disclosures;
  private long fetched;
  private long present;

  /**
   * @param state what the auditor remembers besides the directory's own checkpoint, may be null
   */
  public Mirror(
      LedgerSource source,
      Path directory,
      TrustPolicy trust,
      @Nullable StateStore state,
      Set<Grade> required) {
    this.source = source;
    this.directory = new MirrorDirectory(directory);
    this.trust = trust;
    this.state = state;
    Set<Grade> all = new HashSet<>(required);
    if (state != null) {
      all.add(Grade.CONTINUITY);
    }
    this.demanded = all;
  }

  /** Also fetches what these grants open, once the rest is there. */
  public Mirror with(GrantedDisclosures granted) {
    disclosures = granted;
    return this;
  }

  /** How many files were fetched, and how many were there. */
  public String summary() {
    return "%,d files fetched, %,d were there".formatted(fetched, present);
  }

  /**
   * Mirrors, and says what was found on the way.
   *
   * @throws IOException if the directory cannot be read or written; trouble with the source or the
   *     state is in the report instead
   */
  public VerificationReport run(Progress progress) throws IOException {
    for (Grade grade : Grade.values()) {
      results.put(grade, GradeResult.notChecked(grade, "run verify on the mirror"));
    }
    HeadCheck head = HeadCheck.read(source, trust, crypto, findings);
    Optional<Checkpoint> checkpoint = head.checkpoint();
    if (checkpoint.isEmpty() || !head.isVerified() || findings.total() > 0) {
      results.put(
          Grade.TREE,
          GradeResult.notChecked(
              Grade.TREE, checkpoint.isEmpty() ? head.unread() : "no verified checkpoint"));
    } else {
      copy(head, checkpoint.get(), progress);
      disclosures(checkpoint.get());
    }
    results.put(Grade.HEAD, head.result(""));
    results.put(Grade.WITNESSES, head.witnesses());
    return new VerificationReport(
        source.description(),
        checkpoint.map(c -> c.origin().value()).orElse(null),
        checkpoint.map(c -> c.head().size()).orElse(-1L),
        checkpoint.map(c -> c.head().root().toBase64()).orElse(null),
        head.isAnchored(),
        List.copyOf(results.values()),
        findings.sorted(),
        findings.total(),
        demanded,
        "mirrored, tree and head verified (run verify on the copy)");
  }

  /** Only into a copy that is whole. */
  private void disclosures(Checkpoint checkpoint) throws IOException {
    GrantedDisclosures wanted = disclosures;
    GradeResult tree = results.get(Grade.TREE);
    if (wanted == null || tree == null || tree.status() != GradeResult.Status.PASS) {
      return;
    }
    try {
      wanted.fetch(directory, checkpoint.head().size(), findings);
      results.put(Grade.DISCLOSURES, wanted.result(findings));
      if (wanted.isRefused()) {
        demanded.add(Grade.DISCLOSURES);
      }
    } catch (SourceException e) {
      SourceFindings.report(e, Grade.DISCLOSURES, -1, findings);
      results.put(
          Grade.DISCLOSURES,
          findings.any(Grade.DISCLOSURES)
              ? wanted.result(findings)
              : GradeResult.notChecked(Grade.DISCLOSURES, String.valueOf(e.getMessage())));
      demanded.add(Grade.DISCLOSURES);
    }
  }

  private void copy(HeadCheck head, Checkpoint checkpoint, Progress progress) throws IOException {
    CheckedTiles tiles =
        new CheckedTiles(new LedgerFiles(source), directory, checkpoint.head(), findings);
    StateStore remembered = state;
    try (ContinuityCheck continuity =
        remembered == null ? null : new ContinuityCheck(remembered, checkpoint, findings)) {
      Optional<OwnHead> before = ownHead();
      if (before.isPresent() && !continues(before.get(), checkpoint)) {
        return;
      }
      tiles.checkEdge();
      if (findings.total() > 0 || !continues(before, continuity, checkpoint, tiles)) {
        return;
      }
      tiles.fetchTiles();
      if (findings.total() > 0) {
        return;
      }
      tiles.fetchBundles(progress, continuity);
      if (findings.total() > 0) {
        return;
      }
      finish(head, checkpoint, before);
      if (continuity != null) {
        continuity
            .advance(checkpoint, head.note())
            .ifPresent(trouble -> results.put(Grade.CONTINUITY, trouble));
      }
      results.put(
          Grade.TREE,
          GradeResult.pass(Grade.TREE, "every tile and entry lies under the checkpoint's root"));
    } catch (SourceException e) {
      SourceFindings.report(e, Grade.TREE, -1, findings);
      results.put(Grade.TREE, GradeResult.notChecked(Grade.TREE, String.valueOf(e.getMessage())));
    } finally {
      fetched = tiles.fetched();
      present = tiles.present();
      if (findings.any(Grade.TREE)) {
        results.put(Grade.TREE, GradeResult.fail(Grade.TREE, findings.counted(Grade.TREE)));
      }
    }
  }

  /** The head a directory was mirrored at, and whether its note holds under the policy. */
  private record OwnHead(Checkpoint checkpoint, boolean verified) {}

  /** The head the directory was mirrored at, empty if it is new or was interrupted. */
  private Optional<OwnHead> ownHead() throws IOException, SourceException {
    Optional<byte[]> bytes = directory.read(LedgerFiles.CHECKPOINT, FormatLimits.MAX_NOTE_BYTES);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    HeadCheck own =
        HeadCheck.of(bytes.get(), LedgerFiles.CHECKPOINT, trust, crypto, new Findings());
    Checkpoint checkpoint =
        own.checkpoint()
            .orElseThrow(() -> new IOException("the directory's own checkpoint is malformed"));
    return Optional.of(new OwnHead(checkpoint, own.isVerified()));
  }

  /** What sizes and roots alone tell, before anything is fetched. */
  private boolean continues(OwnHead own, Checkpoint head) throws IOException {
    if (!own.checkpoint().origin().equals(head.origin())) {
      throw new IOException("the directory mirrors another ledger, " + own.checkpoint().origin());
    }
    long held = own.checkpoint().head().size();
    if (head.head().size() < held) {
      requireVerified(own);
      return broken(Rule.ROLLBACK, "size %d or more".formatted(held), "size " + head.head().size());
    }
    return head.head().size() > held || sameRoot(own, Optional.of(head.head().root()));
  }

  /**
   * Whether the checked edge continues the directory's own head and the remembered one. Asked
   * before anything gets a name, so that a fork leaves the directory as it was.
   */
  private boolean continues(
      Optional<OwnHead> before,
      @Nullable ContinuityCheck continuity,
      Checkpoint head,
      CheckedTiles tiles)
      throws IOException, SourceException {
    if (before.isPresent()) {
      Optional<TreeHash> then = tiles.rootAt(before.get().checkpoint().head().size());
      if (findings.total() > 0 || !sameRoot(before.get(), then)) {
        return false;
      }
    }
    if (continuity != null) {
      Optional<Long> held = continuity.heldSize();
      Optional<TreeHash> then = held.isPresent() ? tiles.rootAt(held.get()) : Optional.empty();
      results.put(Grade.CONTINUITY, continuity.result(head, then));
    }
    return findings.total() == 0;
  }

  private boolean sameRoot(OwnHead own, Optional<TreeHash> found) throws IOException {
    TreeHead held = own.checkpoint().head();
    if (found.isPresent() && found.get().equals(held.root())) {
      results.put(
          Grade.CONTINUITY,
          GradeResult.pass(
              Grade.CONTINUITY,
              "consistent with the directory's own head of size %,d".formatted(held.size())));
      return true;
    }
    requireVerified(own);
    String size = " at size " + held.size();
    return broken(
        Rule.FORK,
        "root " + held.root().toBase64() + size,
        found.map(root -> "root " + root.toBase64() + size).orElse("another tree"));
  }

  /** A damaged checkpoint of the directory's own accuses nobody. */
  private static void requireVerified(OwnHead own) throws IOException {
    if (!own.verified()) {
      throw new IOException(
          "the directory's own checkpoint does not verify under this policy: mirror into another");
    }
  }

  private boolean broken(Rule rule, String expected, String found) {
    findings.add(
        new Finding.OfNote(
            rule.grade(), rule.id(), LedgerFiles.CHECKPOINT, -1, rule.meaning(), expected, found));
    results.put(Grade.CONTINUITY, GradeResult.fail(Grade.CONTINUITY, rule.meaning()));
    return false;
  }

  /**
   * The checkpoint comes after all tiles: before it, the directory is still the export of the old
   * head. What stands under checkpoints/ comes after it, since there nothing may be beyond the
   * head; until it is there a verifier misses it, which the next run mends.
   */
  private void finish(HeadCheck head, Checkpoint checkpoint, Optional<OwnHead> before)
      throws IOException {
    long size = checkpoint.head().size();
    directory.write(LedgerFiles.CHECKPOINT, head.note());
    String earlier = "checkpoints/" + size;
    if (!directory.holds(earlier)) {
      directory.write(earlier, head.ownLines().toBytes());
    }
    directory.write("ledger.json", description(checkpoint));
    if (before.isPresent()) {
      dropPartials(before.get().checkpoint().head().size(), size);
    }
  }

  /** For a reader's orientation; nothing is verified by it (FORMAT §5). */
  private byte[] description(Checkpoint checkpoint) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("origin", checkpoint.origin().value());
    json.put("formatVersion", 1);
    json.put("size", checkpoint.head().size());
    json.put("root", checkpoint.head().root().toBase64());
    json.put("source", source.description());
    return JsonMapper.builder().build().writeValueAsBytes(json);
  }

  /** Partial tiles that only the old head needed. */
  private void dropPartials(long oldSize, long newSize) throws IOException {
    Set<TileCoordinate> needed = new HashSet<>(CheckedTiles.partials(newSize));
    for (TileCoordinate old : CheckedTiles.partials(oldSize)) {
      if (!needed.contains(old)) {
        directory.delete(old.path());
      }
    }
  }
}
