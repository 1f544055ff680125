package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatTime;

/** Times as findings show them: the ledger's own form, even of one that no entry could hold. */
final class Shown {
  private Shown() {}

  static String time(Instant time) {
    try {
      return FormatTime.format(time);
    } catch (FormatException e) {
      return time.toString();
    }
  }
}
