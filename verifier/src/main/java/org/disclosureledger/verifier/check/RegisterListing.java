package org.disclosureledger.verifier.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.verifier.report.RegisterLine;

/**
 * The register of requests as the entries alone give it: a request's number is the ordinal of its
 * recording among those of the ledger and year by leaf index, the year being that of {@code
 * recordedtime} in Viet Nam. Used for one pass.
 */
public final class RegisterListing implements LeafCheck {
  private static final Pattern RECORDED =
      Pattern.compile("org\\.disclosureledger\\.request\\.recorded\\.v[0-9]+");
  private static final String REQUEST = "request/";

  private final Map<Integer, Integer> last = new HashMap<>();
  private final List<RegisterLine> lines = new ArrayList<>();

  /** In leaf order. */
  public List<RegisterLine> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void leaf(Leaf leaf) {
    Entry entry = leaf.entry();
    if (entry == null || !RECORDED.matcher(entry.payload().type()).matches()) {
      return;
    }
    EntryPayload payload = entry.payload();
    int year = payload.recordedTime().atZone(LedgerZone.ID).getYear();
    String subject = payload.subject().value();
    lines.add(
        new RegisterLine(
            last.merge(year, 1, Integer::sum) + "/" + year,
            leaf.index(),
            subject.startsWith(REQUEST) ? subject.substring(REQUEST.length()) : subject,
            payload.recordedTime()));
  }
}
