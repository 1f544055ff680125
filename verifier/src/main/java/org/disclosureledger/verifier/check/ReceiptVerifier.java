package org.disclosureledger.verifier.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatRule;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.Receipt;
import org.disclosureledger.verifier.crypto.NoteCrypto;
import org.disclosureledger.verifier.crypto.StrictEd25519;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.state.StateStore;
import org.jspecify.annotations.Nullable;

/**
 * Verifies one receipt offline (FORMAT §6): that these bytes are leaf n of a head accepted under
 * the auditor's policy. The entry's own signature needs the receipts of the entries that enrol its
 * key; that the key was not retired before cannot be seen without the ledger.
 */
public final class ReceiptVerifier {
  private static final String ONE_ENTRY = "a receipt shows one entry";

  private final StrictEd25519 ed25519 = new StrictEd25519();
  private final NoteCrypto noteCrypto = new NoteCrypto(ed25519);
  private final EventSchemas schemas = new EventSchemas();
  private final TrustPolicy trust;
  private final @Nullable StateStore state;

  /** A file given as a receipt. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record ReceiptFile(String name, byte[] bytes) {}

  /** One receipt whose form, place and head hold. */
  private record Proven(Leaf leaf, HeadCheck head, Checkpoint checkpoint) {}

  public ReceiptVerifier(TrustPolicy trust, @Nullable StateStore state) {
    this.trust = trust;
    this.state = state;
  }

  /**
   * Verifies a receipt.
   *
   * @param enrolments receipts of {@code ledger.opened} and {@code key.enrolled} entries, in any
   *     order
   */
  public VerificationReport verify(
      ReceiptFile receipt, List<ReceiptFile> enrolments, Set<Grade> required) {
    Findings findings = new Findings();
    Set<Grade> needed = EnumSet.noneOf(Grade.class);
    needed.addAll(required);
    Map<Grade, GradeResult> results = new EnumMap<>(Grade.class);
    for (Grade grade : Grade.values()) {
      results.put(grade, GradeResult.notChecked(grade, ONE_ENTRY));
    }
    Optional<Proven> proven = prove(receipt, findings);
    if (proven.isPresent()) {
      grades(proven.get(), enrolments, findings, results, needed);
    }
    for (Grade grade : Grade.values()) {
      if (findings.any(grade)) {
        results.put(grade, GradeResult.fail(grade, findings.counted(grade)));
      }
    }
    Optional<Checkpoint> head = proven.map(Proven::checkpoint);
    return new VerificationReport(
        receipt.name(),
        head.map(c -> c.origin().value()).orElse(null),
        head.map(c -> c.head().size()).orElse(-1L),
        head.map(c -> c.head().root().toBase64()).orElse(null),
        proven.isPresent() && proven.get().head().isAnchored(),
        List.copyOf(results.values()),
        findings.sorted(),
        findings.total(),
        needed,
        proven
            .map(p -> "leaf %d is in the accepted head".formatted(p.leaf().index()))
            .orElse(null));
  }

  private void grades(
      Proven proven,
      List<ReceiptFile> enrolments,
      Findings findings,
      Map<Grade, GradeResult> results,
      Set<Grade> needed) {
    long size = proven.checkpoint().head().size();
    results.put(
        Grade.TREE,
        GradeResult.pass(
            Grade.TREE,
            "leaf %d of %d by its inclusion proof".formatted(proven.leaf().index(), size)));
    results.put(Grade.HEAD, proven.head().result(""));
    results.put(Grade.WITNESSES, proven.head().witnesses());
    results.put(Grade.CONTINUITY, continuity(proven.checkpoint(), findings, needed));
    results.put(Grade.ENTRIES, entries(proven, enrolments, findings));
  }

  private Optional<Proven> prove(ReceiptFile file, Findings findings) {
    Receipt receipt;
    try {
      receipt = Receipt.parse(file.bytes());
    } catch (FormatException e) {
      findings.add(
          new Finding.OfNote(
              gradeOf(e.rule()),
              e.rule(),
              file.name(),
              e.offset(),
              String.valueOf(e.getMessage()),
              null,
              null));
      return Optional.empty();
    }
    HeadCheck head =
        HeadCheck.of(receipt.checkpointNote(), file.name(), trust, noteCrypto, findings);
    long index = receipt.proof().index();
    Leaf leaf = leaf(file.name(), index, receipt.entry(), findings);
    if (!receipt.proves()) {
      findings.add(leaf.finding(Rule.INCLUSION_PROOF, Rule.INCLUSION_PROOF.meaning(), null, null));
    }
    Entry entry = leaf.entry();
    if (entry != null && !entry.payload().source().equals(trust.origin())) {
      findings.add(
          leaf.finding(
              Rule.STREAM_SOURCE,
              Rule.STREAM_SOURCE.meaning(),
              trust.origin().value(),
              entry.payload().source().value()));
    }
    return Optional.of(new Proven(leaf, head, receipt.checkpoint()));
  }

  private static Grade gradeOf(String rule) {
    if (rule.startsWith("note-") || rule.startsWith("checkpoint-")) {
      return Grade.HEAD;
    }
    return rule.equals(FormatRule.ENTRY_LENGTH.id()) ? Grade.ENTRIES : Grade.TREE;
  }

  private static Leaf leaf(String file, long index, byte[] bytes, Findings findings) {
    LeafHash hash = LeafHash.ofEntry(bytes);
    try {
      return new Leaf(index, file, Leaf.NO_OFFSET, hash, EntryCodec.parse(bytes));
    } catch (FormatException e) {
      Leaf leaf = new Leaf(index, file, Leaf.NO_OFFSET, hash, null);
      findings.add(leaf.malformed(e.rule(), e.offset(), String.valueOf(e.getMessage())));
      return leaf;
    }
  }

  /** Form and schema always; the signature as far as the enrolling entries are shown. */
  private GradeResult entries(Proven proven, List<ReceiptFile> enrolments, Findings findings) {
    List<Leaf> leaves = new ArrayList<>(List.of(proven.leaf()));
    for (ReceiptFile enrolment : enrolments) {
      prove(enrolment, findings).map(Proven::leaf).ifPresent(leaf -> add(leaf, leaves, findings));
    }
    leaves.removeIf(leaf -> leaf.index() > proven.leaf().index());
    leaves.sort(Comparator.comparingLong(Leaf::index));
    KeyRing keys = new KeyRing();
    EntriesCheck check = new EntriesCheck(trust.origin(), false, keys, schemas, ed25519, findings);
    long before = 0;
    for (Leaf leaf : leaves) {
      before = check.withoutKeys();
      check.leaf(leaf);
    }
    check.endOfBundle();
    Entry entry = proven.leaf().entry();
    if (entry == null || findings.any(Grade.ENTRIES)) {
      return GradeResult.fail(Grade.ENTRIES, findings.counted(Grade.ENTRIES));
    }
    if (check.withoutKeys() > before) {
      return GradeResult.notChecked(
          Grade.ENTRIES, "signature needs --enrolment of key " + entry.keyId().value());
    }
    long enrolled = keys.find(entry.keyId().value()).map(KeyRing.Key::enrolled).orElse(-1L);
    return GradeResult.pass(
        Grade.ENTRIES,
        "signed by a key of leaf %d; its retirement not checked".formatted(enrolled));
  }

  /** A leaf shown twice counts once; a leaf shown in two forms is of two trees. */
  private static void add(Leaf leaf, List<Leaf> leaves, Findings findings) {
    Optional<Leaf> shown =
        leaves.stream().filter(other -> other.index() == leaf.index()).findFirst();
    if (shown.isEmpty()) {
      leaves.add(leaf);
    } else if (!shown.get().hash().equals(leaf.hash())) {
      findings.add(
          new Finding.OfLeaf(
              Grade.CONTINUITY,
              Rule.FORK.id(),
              leaf.index(),
              leaf.file(),
              -1,
              "two receipts show different entries at one leaf",
              shown.get().hash().toBase64Url(),
              leaf.hash().toBase64Url()));
    }
  }

  private GradeResult continuity(Checkpoint head, Findings findings, Set<Grade> needed) {
    if (state == null) {
      return GradeResult.notChecked(Grade.CONTINUITY, "no --state directory");
    }
    Optional<Checkpoint> held;
    try {
      held = state.load(head.origin());
    } catch (IOException e) {
      needed.add(Grade.CONTINUITY);
      return GradeResult.notChecked(Grade.CONTINUITY, StateStore.describe(e));
    }
    if (held.isEmpty() || held.get().head().size() != head.head().size()) {
      return GradeResult.notChecked(
          Grade.CONTINUITY, "no head of this size is held, and a receipt shows no other");
    }
    String expected = held.get().head().root().toBase64();
    String found = head.head().root().toBase64();
    if (!expected.equals(found)) {
      findings.add(
          new Finding.OfNote(
              Grade.CONTINUITY,
              Rule.FORK.id(),
              "checkpoint",
              -1,
              Rule.FORK.meaning(),
              expected,
              found));
    }
    return GradeResult.pass(Grade.CONTINUITY, "the same head as accepted before");
  }
}
