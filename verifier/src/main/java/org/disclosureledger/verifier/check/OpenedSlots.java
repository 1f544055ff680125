package org.disclosureledger.verifier.check;

import java.util.HashSet;
import java.util.Set;
import org.disclosureledger.format.CommitmentSlot;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.DisclosureLine;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.Rule;

/** Which of an entry's commitments the disclosures of a line open, each once. */
public final class OpenedSlots {
  private OpenedSlots() {}

  /**
   * How many are opened; what opens none, or one again, is a finding.
   *
   * @param entry that the line is about
   * @param file in which the line stands
   */
  public static int of(Entry entry, DisclosureLine line, String file, Findings findings) {
    Set<String> slots = new HashSet<>();
    for (CommitmentSlot slot : entry.slots()) {
      slots.add(slot.digest());
    }
    Set<String> open = new HashSet<>();
    for (DisclosureLine.Text text : line.disclosures()) {
      try {
        String digest = Disclosure.parse(text.encoded()).digest();
        if (!slots.contains(digest)) {
          add(findings, Rule.DISCLOSURE_SLOT, line, file, text, digest);
        } else if (!open.add(digest)) {
          add(findings, Rule.DISCLOSURE_REPEATED, line, file, text, digest);
        }
      } catch (FormatException e) {
        long at = text.offset() + Math.max(0, e.offset());
        findings.add(
            new Finding.OfLeaf(
                Grade.DISCLOSURES,
                e.rule(),
                line.index(),
                file,
                at,
                String.valueOf(e.getMessage()),
                null,
                null));
      }
    }
    return open.size();
  }

  private static void add(
      Findings findings,
      Rule rule,
      DisclosureLine line,
      String file,
      DisclosureLine.Text text,
      String digest) {
    findings.add(
        new Finding.OfLeaf(
            Grade.DISCLOSURES,
            rule.id(),
            line.index(),
            file,
            text.offset(),
            rule.meaning(),
            null,
            digest));
  }
}
