package org.disclosureledger.verifier.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.verifier.crypto.NoteCrypto;
import org.disclosureledger.verifier.crypto.StrictEd25519;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.PredecessorReport;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.LedgerFiles;
import org.disclosureledger.verifier.source.LedgerSource;
import org.disclosureledger.verifier.state.StateStore;
import org.jspecify.annotations.Nullable;

/**
 * Verifies one ledger: reads the checkpoint, passes once over the entries with one check a grade
 * (and once more for the reports about each head), and says what it found (FORMAT §8). Reusable;
 * not safe for use by several threads.
 */
public final class LedgerVerifier {
  private static final String LATER = "this version does not check it";

  private final StrictEd25519 ed25519;
  private final NoteCrypto noteCrypto;
  private final EventSchemas schemas = new EventSchemas();

  public LedgerVerifier() {
    this(new StrictEd25519());
  }

  /** With a verifier of signatures that keeps what it knows of keys from one ledger to the next. */
  public LedgerVerifier(StrictEd25519 ed25519) {
    this.ed25519 = ed25519;
    this.noteCrypto = new NoteCrypto(ed25519);
  }

  /**
   * What to verify against.
   *
   * @param trust null leaves the head unchecked
   * @param state null leaves continuity unchecked
   * @param required grades without which the exit code is not 0
   * @param predecessor the ledger on which this one follows, null leaves that unchecked
   */
  public record Options(
      @Nullable TrustPolicy trust,
      @Nullable StateStore state,
      Set<Grade> required,
      @Nullable LedgerSource predecessor) {

    /** Without a ledger before. */
    public Options(@Nullable TrustPolicy trust, @Nullable StateStore state, Set<Grade> required) {
      this(trust, state, required, null);
    }
  }

  /**
   * Verifies a ledger.
   *
   * <p>Trouble with the source or the state directory is in the report.
   */
  public VerificationReport verify(LedgerSource source, Options options, Progress progress) {
    return verify(source, options, progress, new Findings());
  }

  /** Verifies a ledger about whose source something was found already. */
  public VerificationReport verify(
      LedgerSource source, Options options, Progress progress, Findings before) {
    return verify(source, options, progress, List.of(), before);
  }

  /** Verifies a ledger and lists its register in the same pass. */
  public VerificationReport verify(
      LedgerSource source, Options options, Progress progress, RegisterListing listing) {
    return verify(source, options, progress, List.of(listing), new Findings());
  }

  private VerificationReport verify(
      LedgerSource source,
      Options options,
      Progress progress,
      List<LeafCheck> listings,
      Findings findings) {
    HeadCheck head = HeadCheck.read(source, options.trust(), noteCrypto, findings);
    Map<Grade, GradeResult> results = new EnumMap<>(Grade.class);
    for (Grade grade : Grade.values()) {
      results.put(grade, GradeResult.notChecked(grade, LATER));
    }
    Optional<Checkpoint> checkpoint = head.checkpoint();
    Optional<PredecessorReport> before = Optional.empty();
    String obstacle = obstacle(source, head, options);
    if (checkpoint.isEmpty() || !obstacle.isEmpty()) {
      for (Grade grade :
          List.of(
              Grade.ENTRIES,
              Grade.STREAMS,
              Grade.TREE,
              Grade.CONTINUITY,
              Grade.PREDECESSOR,
              Grade.CONDUCT,
              Grade.REPORTS,
              Grade.DISCLOSURES)) {
        results.put(grade, GradeResult.notChecked(grade, obstacle));
      }
      results.put(Grade.HEAD, head.result(""));
    } else {
      Run run = new Run(source, head, checkpoint.get(), options, listings, findings);
      run.verify(progress, results);
      before = run.predecessor.report();
    }
    results.put(Grade.WITNESSES, head.witnesses());
    return report(source, head, options, findings, results, before.orElse(null));
  }

  /** Why the entries cannot be read at all, empty if they can. */
  private static String obstacle(LedgerSource source, HeadCheck head, Options options) {
    if (head.checkpoint().isEmpty()) {
      return head.unread();
    }
    if (source.readableUnverified() || head.isVerified()) {
      return "";
    }
    return options.trust() == null
        ? "a server is asked for no tile without a --policy that verifies its checkpoint"
        : "a server is asked for no tile on an unverified checkpoint";
  }

  private static VerificationReport report(
      LedgerSource source,
      HeadCheck head,
      Options options,
      Findings findings,
      Map<Grade, GradeResult> results,
      @Nullable PredecessorReport before) {
    Optional<Checkpoint> checkpoint = head.checkpoint();
    return new VerificationReport(
        source.description(),
        checkpoint.map(c -> c.origin().value()).orElse(null),
        checkpoint.map(c -> c.head().size()).orElse(-1L),
        checkpoint.map(c -> c.head().root().toBase64()).orElse(null),
        head.isAnchored(),
        List.copyOf(results.values()),
        findings.sorted(),
        findings.total(),
        required(options),
        null,
        before);
  }

  /** Who names a state, or the ledger before, is not content with its not being checked. */
  private static Set<Grade> required(Options options) {
    Set<Grade> all = new HashSet<>(options.required());
    if (options.state() != null) {
      all.add(Grade.CONTINUITY);
    }
    if (options.predecessor() != null) {
      all.add(Grade.PREDECESSOR);
    }
    return Set.copyOf(all);
  }

  /** One pass, once there is a checkpoint to go by. */
  private final class Run {
    private final LedgerSource source;
    private final HeadCheck head;
    private final Checkpoint checkpoint;
    private final Options options;
    private final List<LeafCheck> listings;
    private final Findings findings;
    private final LedgerFiles files;
    private final EarlierCheckpoints earlier;
    private final KeyRing keys = new KeyRing();
    private final EntriesCheck entries;
    private final PredecessorCheck predecessor;

    Run(
        LedgerSource source,
        HeadCheck head,
        Checkpoint checkpoint,
        Options options,
        List<LeafCheck> listings,
        Findings findings) {
      this.source = source;
      this.head = head;
      this.checkpoint = checkpoint;
      this.options = options;
      this.listings = listings;
      this.findings = findings;
      this.files = new LedgerFiles(source);
      this.earlier = new EarlierCheckpoints(source, noteCrypto, findings);
      this.entries = new EntriesCheck(checkpoint.origin(), true, keys, schemas, ed25519, findings);
      this.predecessor = new PredecessorCheck(entries::fits, noteCrypto, findings);
    }

    void verify(Progress progress, Map<Grade, GradeResult> results) {
      StateStore state = options.state();
      if (state == null) {
        // FORMAT §8: an auditor who holds no head sees this ledger for the first time.
        results.put(
            Grade.CONTINUITY,
            GradeResult.pass(Grade.CONTINUITY, "first sight; no --state to remember it"));
        pass(progress, results, Optional.empty());
        return;
      }
      try (ContinuityCheck continuity = new ContinuityCheck(state, checkpoint, findings)) {
        pass(progress, results, Optional.of(continuity));
        boolean accepted =
            head.isAccepted()
                && List.of(Grade.HEAD, Grade.TREE, Grade.CONTINUITY).stream()
                    .map(results::get)
                    .allMatch(
                        result -> result != null && result.status() == GradeResult.Status.PASS);
        if (accepted) {
          continuity
              .advance(checkpoint, head.note())
              .ifPresent(trouble -> results.put(Grade.CONTINUITY, trouble));
        }
      }
    }

    private void pass(
        Progress progress, Map<Grade, GradeResult> results, Optional<ContinuityCheck> continuity) {
      Set<Long> sizes = new HashSet<>(earlier.sizes());
      continuity.flatMap(ContinuityCheck::heldSize).ifPresent(sizes::add);
      StreamsCheck streams = new StreamsCheck(checkpoint.origin(), keys, findings);
      TreeCheck tree = new TreeCheck(files, sizes, findings);
      ConductCheck conduct = new ConductCheck(entries::fits, findings);
      ReportsCheck reports = new ReportsCheck(entries::fits, findings);
      DisclosuresCheck disclosures = new DisclosuresCheck(source, findings);
      List<LeafCheck> checks =
          new ArrayList<>(
              List.of(entries, streams, tree, predecessor, conduct, reports, disclosures));
      continuity.ifPresent(checks::add);
      checks.addAll(listings);

      LeafPass leaves = new LeafPass(files, findings, progress);
      Optional<String> stopped = leaves.run(checkpoint.head().size(), checks);

      earlier.check(checkpoint, keys, stopped.isEmpty(), tree::rootAt);
      if (stopped.isEmpty()) {
        head.checkKeys(keys);
      }
      listings.forEach(listing -> listing.keys(keys));
      follow(progress);
      results.put(Grade.PREDECESSOR, predecessor.result(stopped));
      results.put(Grade.ENTRIES, entries.result(stopped));
      results.put(Grade.STREAMS, streams.result(stopped));
      results.put(Grade.TREE, tree.result(checkpoint.head(), stopped, earlier.place(checkpoint)));
      results.put(Grade.HEAD, head.result(earlier.evidence(), earlier.unread()));
      results.put(Grade.CONDUCT, conduct.result(stopped));
      long size = checkpoint.head().size();
      results.put(Grade.REPORTS, reports.result(files, size, stopped, progress));
      results.put(Grade.DISCLOSURES, disclosures.result(stopped));
      continuity.ifPresent(check ->
          results.put(
              Grade.CONTINUITY, check.result(checkpoint, check.heldSize().flatMap(tree::rootAt))));
    }

    private void follow(Progress progress) {
      LedgerSource before = options.predecessor();
      if (before == null) {
        predecessor.remember(options.state());
        return;
      }
      predecessor.follow(
          before.description(),
          keys,
          options.trust(),
          options.state(),
          (trust, needed, heads) ->
              LedgerVerifier.this.verify(
                  before,
                  new Options(trust, null, needed),
                  progress,
                  List.of(heads),
                  new Findings()));
    }
  }
}
