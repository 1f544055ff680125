package org.disclosureledger.verifier.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.FormatRule;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.Policy;
import org.disclosureledger.format.note.PolicyVerdict;
import org.disclosureledger.format.note.SignatureVerifier;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.source.LedgerFiles;
import org.disclosureledger.verifier.source.LedgerSource;
import org.disclosureledger.verifier.source.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * Grades <em>head</em> and <em>witnesses</em>: the checkpoint's signatures under the policy, and
 * that its keys are those the ledger itself names, valid for its size (FORMAT §3).
 */
public final class HeadCheck {
  private final Findings findings;
  private final String file;
  private @Nullable Checkpoint checkpoint;
  private byte[] note = new byte[0];
  private @Nullable PolicyVerdict verdict;
  private @Nullable Policy policy;
  private @Nullable String unread;

  private HeadCheck(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /** Reads and judges a source's checkpoint. */
  public static HeadCheck read(
      LedgerSource source,
      @Nullable TrustPolicy trust,
      SignatureVerifier crypto,
      Findings findings) {
    HeadCheck check = new HeadCheck(LedgerFiles.CHECKPOINT, findings);
    try {
      Optional<byte[]> bytes = source.read(LedgerFiles.CHECKPOINT, FormatLimits.MAX_NOTE_BYTES);
      if (bytes.isEmpty()) {
        check.unread = "no file named checkpoint";
      } else {
        check.judge(bytes.get(), 0, trust, crypto);
      }
    } catch (SourceException e) {
      SourceFindings.report(e, Grade.HEAD, -1, findings);
      check.unread = String.valueOf(e.getMessage());
    }
    return check;
  }

  /** Judges the note inside another file, such as a receipt. */
  public static HeadCheck of(
      byte[] note,
      String file,
      @Nullable TrustPolicy trust,
      SignatureVerifier crypto,
      Findings into) {
    HeadCheck check = new HeadCheck(file, into);
    check.judge(note, -1, trust, crypto);
    return check;
  }

  /**
   * @param at where the note begins in its file, −1 if offsets mean nothing to the reader
   */
  private void judge(byte[] bytes, long at, @Nullable TrustPolicy trust, SignatureVerifier crypto) {
    try {
      SignedNote signed = SignedNote.parse(bytes);
      checkpoint = Checkpoint.parse(signed.text());
      note = bytes;
      if (trust != null) {
        policy = trust.policy();
        verdict = trust.policy().evaluate(signed, trust.origin(), crypto);
      }
    } catch (FormatException e) {
      checkpoint = null;
      unread = "the checkpoint is malformed";
      long offset = at < 0 ? -1 : at + e.offset();
      add(Grade.HEAD, e.rule(), offset, String.valueOf(e.getMessage()), null, null);
      return;
    }
    requireEd25519();
    PolicyVerdict.Refusal refusal = refusal();
    if (refusal != null) {
      Grade grade = refusal.rule() == FormatRule.CHECKPOINT_QUORUM ? Grade.WITNESSES : Grade.HEAD;
      add(grade, refusal.rule().id(), -1, refusal.detail(), null, null);
    }
  }

  /** FORMAT §4.3: the ledger's Ed25519 line is on every checkpoint, whoever else signs. */
  private void requireEd25519() {
    PolicyVerdict said = verdict;
    if (said == null || !isVerified()) {
      return;
    }
    if (said.logKeys().stream().noneMatch(key -> key.type() == VerifierKey.ED25519)) {
      add(
          Grade.HEAD,
          FormatRule.CHECKPOINT_UNSIGNED.id(),
          -1,
          "no Ed25519 key that the policy lists for the ledger has signed it",
          "a line of type 01",
          null);
    }
  }

  private PolicyVerdict.@Nullable Refusal refusal() {
    return verdict == null ? null : verdict.refusal();
  }

  /** As read, verified or not; empty if it is absent or malformed. */
  public Optional<Checkpoint> checkpoint() {
    return Optional.ofNullable(checkpoint);
  }

  /** The note's bytes, empty if it is absent or malformed. */
  public byte[] note() {
    return note.clone();
  }

  /** Whether the policy's log key signed it and no known signature on it is bad. */
  public boolean isVerified() {
    PolicyVerdict.Refusal refusal = refusal();
    return verdict != null && (refusal == null || refusal.rule() == FormatRule.CHECKPOINT_QUORUM);
  }

  /** Whether witnesses other than the ledger itself meet a quorum. */
  public boolean isAnchored() {
    return verdict != null && verdict.anchored();
  }

  /** Why there is no checkpoint to go on with. */
  public String unread() {
    return unread == null ? "" : unread;
  }

  /** Whether the policy accepts it, quorum and all. */
  boolean isAccepted() {
    return verdict != null && verdict.accepted();
  }

  /**
   * The note with no lines but those the ledger itself made and that were verified.
   *
   * @throws IllegalStateException if it is not verified
   */
  public SignedNote ownLines() {
    if (!isVerified()) {
      throw new IllegalStateException("only a verified head has lines to keep");
    }
    SignedNote read = SignedNote.parse(note);
    List<VerifierKey> own = ownKeys();
    return new SignedNote(
        read.text(),
        read.signatures().stream()
            .filter(line -> own.stream().anyMatch(key -> key.claims(line)))
            .toList());
  }

  /** The ledger's own keys whose lines hold: logs of the policy, and witnesses of its name. */
  private List<VerifierKey> ownKeys() {
    PolicyVerdict said = verdict;
    Checkpoint read = checkpoint;
    if (said == null || read == null) {
      return List.of();
    }
    List<VerifierKey> keys = new ArrayList<>(said.logKeys());
    said.witnesses().stream()
        .map(PolicyVerdict.Witnessed::key)
        .filter(key -> key.name().equals(read.origin().value()))
        .forEach(keys::add);
    return keys;
  }

  /** That the keys which signed are named by the ledger and were valid for its size. */
  void checkKeys(KeyRing ring) {
    if (verdict == null || checkpoint == null) {
      return;
    }
    long size = checkpoint.head().size();
    if (size == 0) {
      // E < n: what is not enrolled by any leaf signs no size at all (FORMAT §3.2).
      ownKeys().forEach(signer -> outside("size 1 or more", size));
    } else if (ring.isOpened()) {
      ownKeys().forEach(signer -> checkKey(signer, size, ring));
    }
  }

  private void checkKey(VerifierKey signer, long size, KeyRing ring) {
    Optional<KeyRing.Key> key =
        ring.find(signer.toVkey()).filter(known -> known.role() == KeyRing.Role.CHECKPOINT);
    if (key.isEmpty()) {
      add(
          Grade.HEAD,
          Rule.CHECKPOINT_KEY_UNKNOWN.id(),
          -1,
          Rule.CHECKPOINT_KEY_UNKNOWN.meaning(),
          "a key that leaf 0 or a key event names",
          signer.toVkey());
    } else if (!key.get().maySignSize(size)) {
      outside(EarlierCheckpoints.window(key.get()), size);
    }
  }

  private void outside(String window, long size) {
    Rule rule = Rule.CHECKPOINT_KEY_WINDOW;
    add(Grade.HEAD, rule.id(), -1, rule.meaning(), window, "size " + size);
  }

  private void add(
      Grade grade,
      String rule,
      long offset,
      String message,
      @Nullable String expected,
      @Nullable String found) {
    findings.add(new Finding.OfNote(grade, rule, file, offset, message, expected, found));
  }

  /**
   * The line of grade head.
   *
   * @param more further evidence, may be empty
   */
  public GradeResult result(String more) {
    return result(more, Optional.empty());
  }

  /**
   * @param obstacle why not all that belongs to this grade could be checked
   */
  GradeResult result(String more, Optional<String> obstacle) {
    if (findings.any(Grade.HEAD)) {
      return GradeResult.fail(Grade.HEAD, findings.counted(Grade.HEAD) + more);
    }
    Checkpoint read = checkpoint;
    if (read == null) {
      return GradeResult.notChecked(Grade.HEAD, unread());
    }
    if (verdict == null) {
      return GradeResult.notChecked(Grade.HEAD, "no --policy to check its signatures under");
    }
    if (obstacle.isPresent()) {
      return GradeResult.notChecked(Grade.HEAD, obstacle.get());
    }
    return GradeResult.pass(
        Grade.HEAD, "size %,d signed by the policy's key".formatted(read.head().size()) + more);
  }

  /** The line of grade witnesses. */
  public GradeResult witnesses() {
    Policy judged = policy;
    PolicyVerdict said = verdict;
    if (findings.any(Grade.WITNESSES)) {
      return GradeResult.fail(
          Grade.WITNESSES, Optional.ofNullable(refusal()).map(r -> r.detail()).orElse(""));
    }
    if (judged == null || said == null) {
      return GradeResult.notChecked(Grade.WITNESSES, checkpoint == null ? unread() : "no --policy");
    }
    if (judged.quorum().equals(Policy.NO_QUORUM)) {
      return GradeResult.notChecked(Grade.WITNESSES, "the policy asks for none (quorum none)");
    }
    if (!said.accepted()) {
      return GradeResult.notChecked(Grade.WITNESSES, "the checkpoint is not accepted");
    }
    List<String> names = new ArrayList<>();
    said.witnesses().forEach(witness -> names.add(witness.name()));
    return GradeResult.pass(
        Grade.WITNESSES,
        "quorum %s met by %s".formatted(judged.quorum(), String.join(", ", names))
            + (said.anchored() ? "" : "; none of them outside the ledger"));
  }
}
