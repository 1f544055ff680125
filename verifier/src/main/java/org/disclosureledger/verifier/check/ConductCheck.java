package org.disclosureledger.verifier.check;

import java.util.Optional;
import java.util.function.LongPredicate;
import org.disclosureledger.format.Entry;
import org.disclosureledger.verifier.conduct.Conduct;
import org.disclosureledger.verifier.conduct.Place;
import org.disclosureledger.verifier.conduct.Tally;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;

/** Grade <em>conduct</em> (FORMAT §8): shows each entry to the rules of the domain. */
final class ConductCheck implements LeafCheck {
  private final LongPredicate fits;
  private final Findings findings;
  private final Conduct conduct;

  /**
   * @param fits whether {@code data} of the leaf last seen by the entries' check fits its schema
   */
  ConductCheck(LongPredicate fits, Findings findings) {
    this.fits = fits;
    this.findings = findings;
    this.conduct =
        new Conduct((place, rule, expected, found) ->
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
      conduct.malformed();
    } else {
      Place place = new Place(leaf.index(), leaf.file(), leaf.offset());
      conduct.entry(place, entry.payload(), entry.slots().size(), fits.test(leaf.index()));
    }
  }

  /**
   * To be called after the last leaf, with the reason if it was not the head's last. It passes only
   * if every stream could be followed to its end: what is left out may hide anything.
   */
  GradeResult result(Optional<String> stopped) {
    if (stopped.isEmpty()) {
      conduct.end();
    }
    Tally tally = conduct.tally();
    if (findings.any(Grade.CONDUCT)) {
      String counted = findings.counted(Grade.CONDUCT);
      return GradeResult.fail(Grade.CONDUCT, counted + "; " + tally.evidence());
    }
    if (stopped.isPresent()) {
      return GradeResult.notChecked(Grade.CONDUCT, stopped.get());
    }
    return tally.unchecked() > 0
        ? GradeResult.notChecked(Grade.CONDUCT, tally.evidence())
        : GradeResult.pass(Grade.CONDUCT, tally.evidence());
  }
}
