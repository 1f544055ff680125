package org.disclosureledger.verifier.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.Policy;
import org.disclosureledger.format.note.SignatureVerifier;
import org.disclosureledger.verifier.report.Counted;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.PredecessorReport;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.LedgerFiles;
import org.disclosureledger.verifier.state.StateStore;
import org.jspecify.annotations.Nullable;

/**
 * Grade <em>predecessor</em> (FORMAT §2a): what leaf 0 says of the ledger before holds in itself,
 * and that ledger, verified by itself, is what leaf 0 says. That entries were lost is no finding
 * where leaf 0 says so; the grade's line tells how many.
 */
final class PredecessorCheck implements LeafCheck {
  private static final Set<Grade> NEEDED =
      Set.of(Grade.ENTRIES, Grade.STREAMS, Grade.TREE, Grade.HEAD);

  private static final String UNLISTED =
      "; leaf 0 alone vouches for its key, the policy does not list it";

  private final LongPredicate fits;
  private final SignatureVerifier crypto;
  private final Findings findings;
  private boolean first;
  private @Nullable Leaf opening;
  private @Nullable PredecessorClaim claim;
  private @Nullable VerificationReport before;
  private @Nullable Boolean fork;
  private @Nullable Boolean keyInPolicy;
  private @Nullable String unchecked;
  private String more = "";

  /**
   * @param fits whether {@code data} of the leaf last seen by the entries' check fits its schema
   */
  PredecessorCheck(LongPredicate fits, SignatureVerifier crypto, Findings findings) {
    this.fits = fits;
    this.crypto = crypto;
    this.findings = findings;
  }

  @Override
  public void leaf(Leaf leaf) {
    Entry entry = leaf.entry();
    if (leaf.index() > 0 || entry == null) {
      return;
    }
    String type = entry.payload().type();
    first = type.equals(KeyEvents.OPENED);
    if (!type.equals(KeyEvents.OPENED_AS_SUCCESSOR) || !fits.test(leaf.index())) {
      return;
    }
    opening = leaf;
    try {
      PredecessorClaim read = PredecessorClaim.read(entry.payload().data(), crypto);
      claim = read;
      // Of two sizes only the larger one's entries tell.
      fork =
          read.published().size() == read.restored().size()
              ? Boolean.valueOf(!read.published().equals(read.restored()))
              : null;
    } catch (PredecessorClaim.Broken e) {
      add(Rule.PREDECESSOR_FORM, null, e.getMessage());
    }
  }

  /** Verifies the ledger before by itself. */
  @FunctionalInterface
  interface Verification {
    VerificationReport of(@Nullable TrustPolicy trust, Set<Grade> needed, PredecessorHeads heads);
  }

  /**
   * Follows to the ledger that was given; to be called after the last leaf.
   *
   * @param subject what was given, as the user named it
   * @param trust the policy of the ledger that follows, null if there is none
   * @param state where heads of the ledger before may be remembered, null if there is none
   * @param own keys of the ledger that follows
   */
  void follow(
      String subject,
      KeyRing own,
      @Nullable TrustPolicy trust,
      @Nullable StateStore state,
      Verification verification) {
    PredecessorClaim said = claim;
    if (said == null) {
      if (first) {
        findings.add(
            new Finding.OfNote(
                Grade.PREDECESSOR,
                Rule.PREDECESSOR_OTHER.id(),
                LedgerFiles.CHECKPOINT,
                -1,
                Rule.PREDECESSOR_OTHER.meaning(),
                "no ledger before: leaf 0 names none",
                subject));
      }
      return;
    }
    Optional<Checkpoint> held = held(said, state);
    Set<Long> sizes = new HashSet<>();
    for (TreeHead head : List.of(said.published(), said.restored())) {
      sizes.add(head.size());
    }
    held.ifPresent(checkpoint -> sizes.add(checkpoint.head().size()));
    PredecessorHeads heads = new PredecessorHeads(sizes);
    VerificationReport report =
        verification.of(trust == null ? null : trustIn(said, trust), NEEDED, heads);
    before = report;
    compare(said, report, heads, held);
    if (heads.sharesKeys(own)) {
      add(Rule.PREDECESSOR_KEY, "keys of its own", "a key of the ledger before");
    }
  }

  /** Where the ledger before was not given, what the auditor accepted of it speaks all the same. */
  void remember(@Nullable StateStore state) {
    PredecessorClaim said = claim;
    if (said != null) {
      PredecessorHeads none = new PredecessorHeads(Set.of());
      held(said, state).ifPresent(checkpoint -> held(said, none, checkpoint.head()));
    }
  }

  /** The auditor's own word, or else that of the ledger that follows, for which he has one. */
  private TrustPolicy trustIn(PredecessorClaim said, TrustPolicy trust) {
    boolean listed =
        trust.policy().logs().stream()
            .anyMatch(log -> log.key().name().equals(said.origin().value()));
    keyInPolicy = listed;
    if (listed) {
      return new TrustPolicy(trust.policy(), said.origin());
    }
    String policy = "log " + said.key().toVkey() + "\nquorum none\n";
    return new TrustPolicy(Policy.parse(policy.getBytes(StandardCharsets.UTF_8)), said.origin());
  }

  private Optional<Checkpoint> held(PredecessorClaim said, @Nullable StateStore state) {
    if (state == null) {
      return Optional.empty();
    }
    try {
      return state.load(said.origin());
    } catch (IOException e) {
      unchecked = StateStore.describe(e);
      return Optional.empty();
    }
  }

  private void compare(
      PredecessorClaim said,
      VerificationReport report,
      PredecessorHeads heads,
      Optional<Checkpoint> held) {
    String origin = report.origin();
    if (origin != null && !origin.equals(said.origin().value())) {
      add(Rule.PREDECESSOR_OTHER, said.origin().value(), origin);
      return;
    }
    List<GradeResult> failed =
        report.grades().stream().filter(each -> each.status() == GradeResult.Status.FAIL).toList();
    if (failed.stream()
        .anyMatch(each -> NEEDED.contains(each.grade()) || each.grade() == Grade.PREDECESSOR)) {
      add(Rule.PREDECESSOR_UNSOUND, null, report.verdict());
      return;
    }
    // What people did wrong there, its trees tell truly.
    failed.forEach(each -> more += "; by itself it fails in " + each.grade().code());
    if (!report.missing().isEmpty()) {
      held.ifPresent(checkpoint -> held(said, heads, checkpoint.head()));
      unchecked = "the ledger before is " + report.verdict();
      return;
    }
    keys(said, heads);
    roots(said, heads, report.size());
    if (report.size() > known(said)) {
      add(
          Rule.PREDECESSOR_BEYOND,
          "size %d at most".formatted(known(said)),
          "size " + report.size());
    }
    held.ifPresent(checkpoint -> held(said, heads, checkpoint.head()));
  }

  private static long known(PredecessorClaim said) {
    return Math.max(said.published().size(), said.restored().size());
  }

  private void keys(PredecessorClaim said, PredecessorHeads heads) {
    Set<Long> sizes = new HashSet<>(Set.of(said.published().size()));
    if (said.signed()) {
      sizes.add(said.restored().size());
    }
    for (long size : sizes) {
      if (!heads.maySign(said.key(), size)) {
        add(
            Rule.PREDECESSOR_KEY,
            "a checkpoint key of it that may sign size " + size,
            said.key().toVkey());
        return;
      }
    }
  }

  private void roots(PredecessorClaim said, PredecessorHeads heads, long size) {
    TreeHead restored = said.restored();
    TreeHead published = said.published();
    Optional<TreeHash> atRestored =
        restored.size() == 0 ? Optional.of(restored.root()) : heads.rootAt(restored.size());
    Optional<TreeHash> atPublished = heads.rootAt(published.size());
    boolean hasRestored = atRestored.filter(restored.root()::equals).isPresent();
    boolean hasPublished = atPublished.filter(published.root()::equals).isPresent();
    if (atRestored.isPresent() && !hasRestored && !hasPublished) {
      differs(Rule.PREDECESSOR_HEAD, restored, atRestored.get());
      return;
    }
    if (atPublished.isPresent() && !hasPublished && published.size() > restored.size()) {
      differs(Rule.PREDECESSOR_PUBLISHED, published, atPublished.get());
      return;
    }
    if (atRestored.isEmpty()) {
      unchecked =
          "what was given of the ledger before ends at size %,d, below the restored %,d"
              .formatted(size, restored.size());
    }
    if (published.size() != restored.size()
        && atPublished.isPresent()
        && (atRestored.isPresent() || !hasPublished)) {
      fork = !(hasRestored && hasPublished);
    }
    behindRestored(Math.min(size, published.size()) - restored.size(), hasPublished);
  }

  /** Entries that were lost, if it is they. */
  private void behindRestored(long kept, boolean published) {
    if (kept > 0 && !Boolean.TRUE.equals(fork)) {
      String entries = Counted.of(kept, "entry", "entries");
      more =
          (published
                  ? "; what was given has %s of these".formatted(entries)
                  : "; what was given has %s behind the restored, which nothing joins to what was"
                          .formatted(entries)
                      + " published")
              + more;
    }
  }

  /** What the auditor accepted himself before, which leaf 0 cannot talk away. */
  private void held(PredecessorClaim said, PredecessorHeads heads, TreeHead accepted) {
    if (accepted.size() > known(said)) {
      add(
          Rule.PREDECESSOR_BEYOND,
          "size %d at most".formatted(known(said)),
          "size %d, accepted before".formatted(accepted.size()));
      return;
    }
    Optional<TreeHash> root = heads.rootAt(accepted.size());
    boolean joined =
        accepted.equals(said.published())
            || accepted.equals(said.restored())
            || root.filter(accepted.root()::equals).isPresent();
    if (joined) {
      return;
    }
    if (accepted.size() == said.published().size()) {
      differs(Rule.PREDECESSOR_PUBLISHED, said.published(), accepted.root());
    } else if (root.isEmpty() || Boolean.TRUE.equals(fork)) {
      unchecked =
          "nothing that was given joins the head of size %,d, accepted before, to either tree"
              .formatted(accepted.size());
    } else {
      String size = " at size " + accepted.size();
      findings.add(
          new Finding.OfNote(
              Grade.PREDECESSOR,
              Rule.FORK.id(),
              LedgerFiles.CHECKPOINT,
              -1,
              Rule.FORK.meaning(),
              "root " + accepted.root().toBase64() + size,
              "root " + root.get().toBase64() + size));
    }
  }

  private void differs(Rule rule, TreeHead said, TreeHash found) {
    String size = " at size " + said.size();
    add(rule, "root " + said.root().toBase64() + size, "root " + found.toBase64() + size);
  }

  private void add(Rule rule, @Nullable String expected, @Nullable String found) {
    Leaf leaf = opening;
    if (leaf == null) {
      throw new IllegalStateException("a claim stands in leaf 0");
    }
    findings.add(leaf.finding(rule, rule.meaning(), expected, found));
  }

  /** The ledger before, for the report; empty of a first ledger, and where nothing holds of it. */
  Optional<PredecessorReport> report() {
    PredecessorClaim said = claim;
    return said == null
        ? Optional.empty()
        : Optional.of(
            new PredecessorReport(
                said.origin().value(),
                said.reason(),
                said.published(),
                said.restored(),
                said.unsigned(),
                fork,
                keyInPolicy,
                before));
  }

  /**
   * To be called after the last leaf, and after following where that is wanted.
   *
   * @param stopped why that was not the head's last leaf, empty if it was
   */
  GradeResult result(Optional<String> stopped) {
    String told = report().map(PredecessorReport::told).orElse("");
    if (findings.any(Grade.PREDECESSOR)) {
      String counted = findings.counted(Grade.PREDECESSOR);
      return GradeResult.fail(Grade.PREDECESSOR, told.isEmpty() ? counted : counted + "; " + told);
    }
    if (first) {
      return GradeResult.pass(Grade.PREDECESSOR, "a first ledger: leaf 0 names none before it");
    }
    if (claim == null) {
      return GradeResult.notChecked(
          Grade.PREDECESSOR, stopped.orElse("leaf 0 says nothing that can be read"));
    }
    if (before == null) {
      return GradeResult.notChecked(
          Grade.PREDECESSOR,
          told
              + "; it was not given (--predecessor)"
              + (unchecked == null ? "" : "; " + unchecked));
    }
    String all = told + more + (Boolean.FALSE.equals(keyInPolicy) ? UNLISTED : "");
    return unchecked == null
        ? GradeResult.pass(Grade.PREDECESSOR, all)
        : GradeResult.notChecked(Grade.PREDECESSOR, all + "; " + unchecked);
  }
}
