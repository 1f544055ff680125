package org.disclosureledger.verifier.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.verifier.conduct.Place;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.reports.Pass;
import org.disclosureledger.verifier.reports.ReportRules;
import org.disclosureledger.verifier.reports.Statements;
import org.disclosureledger.verifier.source.LedgerFiles;

/**
 * Grade <em>reports</em>: every figure of every report, recomputed from the entries. With the other
 * grades' pass it only notes which reports there are. Then it reads the entries again, once for all
 * of them (a few times where their times stand far from their order), up to the last of them;
 * meanwhile it holds a state a request. A ledger without reports is read once.
 */
final class ReportsCheck implements LeafCheck {
  private final LongPredicate fits;
  private final Findings findings;
  private final Statements statements = new Statements();
  private final ReportRules rules;
  private final TreeFrontier seen = TreeFrontier.empty();

  /** Of the tree up to each entry about a report, and with it: as the other grades saw it. */
  private final Map<Long, TreeHash> roots = new HashMap<>();

  /**
   * @param fits whether {@code data} of the leaf last seen by the entries' check fits its schema
   */
  ReportsCheck(LongPredicate fits, Findings findings) {
    this.fits = fits;
    this.findings = findings;
    this.rules =
        new ReportRules(
            statements,
            (place, rule, expected, found) ->
                findings.add(
                    new Finding.OfLeaf(
                        rule.grade(),
                        rule.id(),
                        place.leaf(),
                        place.file(),
                        place.offset(),
                        rule.meaning(),
                        expected,
                        found)));
  }

  @Override
  public void leaf(Leaf leaf) {
    Entry entry = leaf.entry();
    seen.append(leaf.hash());
    if (entry == null) {
      statements.lost(leaf.index());
    } else {
      if (Statements.isReport(entry.payload().subject())) {
        roots.put(seen.size(), seen.root());
      }
      Place place = new Place(leaf.index(), leaf.file(), leaf.offset());
      statements.entry(place, entry.payload(), fits.test(leaf.index()));
    }
  }

  /**
   * To be called after the last leaf.
   *
   * @param size of the head under examination
   * @param stopped why that was not the head's last leaf, empty if it was
   */
  GradeResult result(LedgerFiles files, long size, Optional<String> stopped, Progress progress) {
    if (stopped.isEmpty()) {
      rules.passes().forEach(pass -> read(files, size, pass, progress));
    }
    String evidence = rules.evidence();
    if (findings.any(Grade.REPORTS)) {
      return GradeResult.fail(Grade.REPORTS, findings.counted(Grade.REPORTS) + "; " + evidence);
    }
    if (stopped.isPresent()) {
      return GradeResult.notChecked(Grade.REPORTS, stopped.get());
    }
    String unchecked = rules.unchecked();
    return unchecked == null
        ? GradeResult.pass(Grade.REPORTS, evidence)
        : GradeResult.notChecked(Grade.REPORTS, evidence + ": " + unchecked);
  }

  /**
   * Whoever serves the entries may serve others the second time: what was verified is the first.
   */
  private void read(LedgerFiles files, long size, Pass pass, Progress progress) {
    TreeFrontier again = TreeFrontier.empty();
    boolean[] same = {false};
    LeafCheck shown =
        leaf -> {
          Entry entry = leaf.entry();
          Place place = new Place(leaf.index(), leaf.file(), leaf.offset());
          pass.leaf(place, leaf.hash(), entry == null ? null : entry.payload());
          again.append(leaf.hash());
          if (again.size() == pass.enough()) {
            same[0] = again.root().equals(roots.get(pass.enough()));
          }
        };
    // What is malformed was found in the first pass.
    LeafPass reading = new LeafPass(files, new Findings(), progress);
    Optional<String> stopped = reading.run(size, pass.enough(), List.of(shown));
    if (stopped.isPresent() || !same[0] || !pass.isDone()) {
      rules.unchecked(stopped.orElse(Pass.CHANGED));
    }
  }
}
