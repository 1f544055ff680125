package org.disclosureledger.service.sealing;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.disclosure.TermHmac;
import org.disclosureledger.service.envelope.SearchTerm;
import org.disclosureledger.service.envelope.Searchable;

/**
 * By what an entry is found again: what a {@link SearchTerm} leaves of itself.
 *
 * @param hmac 32 bytes, keyed
 */
record LookupTerm(SearchTerm.Kind kind, byte[] hmac, int item, int target) {

  /** None for an event that is not {@link Searchable}. */
  static List<LookupTerm> of(UUID ledger, Object event, TermHmac hmac) {
    return event instanceof Searchable searchable
        ? searchable.searchTerms().stream().distinct().map(term -> of(ledger, term, hmac)).toList()
        : List.of();
  }

  private static LookupTerm of(UUID ledger, SearchTerm term, TermHmac hmac) {
    byte[] digest =
        switch (term.kind()) {
          case TARGET -> hmac.target(ledger, term.value());
          case DOCUMENT_NUMBER -> hmac.documentNumber(ledger, term.value());
        };
    return new LookupTerm(term.kind(), digest, term.item(), term.target());
  }
}
