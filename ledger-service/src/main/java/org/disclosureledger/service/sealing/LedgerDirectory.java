package org.disclosureledger.service.sealing;

import java.util.List;
import java.util.Optional;

/** The ledgers of this deployment. */
public interface LedgerDirectory {
  Optional<LedgerDescription> find(String name);

  List<LedgerDescription> all();
}
