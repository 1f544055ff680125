package org.disclosureledger.service.envelope;

import java.util.List;

/**
 * An event by whose committed values its stream is to be found again. Asked once, before sealing,
 * while the values are in clear; only keyed HMACs of them are kept, in the vault.
 */
public interface Searchable {
  /** Absent values are left out. */
  List<SearchTerm> searchTerms();
}
