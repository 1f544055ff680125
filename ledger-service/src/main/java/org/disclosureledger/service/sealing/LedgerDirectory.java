package org.disclosureledger.service.sealing;

import java.util.List;
import java.util.Optional;

/** The open ledgers of this deployment: those that have their entry 0. */
public interface LedgerDirectory {
  Optional<LedgerDescription> find(String name);

  List<LedgerDescription> all();
}
