package org.disclosureledger.verifier.check;

import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.disclosureledger.format.Entry;
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
    if (entry == null) {
      statements.lost(leaf.index());
    } else {
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

  private void read(LedgerFiles files, long size, Pass pass, Progress progress) {
    LeafCheck shown =
        leaf -> {
          Entry entry = leaf.entry();
          Place place = new Place(leaf.index(), leaf.file(), leaf.offset());
          pass.leaf(place, leaf.hash(), entry == null ? null : entry.payload());
        };
    // What is malformed was found in the first pass.
    LeafPass again = new LeafPass(files, new Findings(), progress);
    Optional<String> stopped = again.run(size, pass.enough(), List.of(shown));
    if (stopped.isPresent() || !pass.isDone()) {
      rules.unchecked(stopped.orElse(Pass.CHANGED));
    }
  }
}
