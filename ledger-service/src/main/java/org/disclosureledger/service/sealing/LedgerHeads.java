package org.disclosureledger.service.sealing;

import java.util.Optional;
import org.disclosureledger.format.merkle.TreeHead;

/** Tree heads, so that a figure can say from which entries it was computed. */
public interface LedgerHeads {
  /** The head over the first {@code size} entries; empty when the ledger has fewer. */
  Optional<TreeHead> at(String ledger, long size);

  /** The name of the ledger that goes on where this one ended, as the database says. */
  default Optional<String> successor(String ledger) {
    return Optional.empty();
  }
}
