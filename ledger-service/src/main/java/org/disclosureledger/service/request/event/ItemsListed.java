package org.disclosureledger.service.request.event;

import java.util.List;
import org.disclosureledger.service.envelope.SearchTerm;
import org.disclosureledger.service.envelope.Searchable;

/**
 * {@code items.listed}: what a {@code request.recorded} had no room for, in the same append. Its
 * first item may be the one listed last, repeated with further targets.
 *
 * @param items in the order of their ordinals
 */
public record ItemsListed(List<RecordedItem> items) implements RequestEvent, Searchable {

  @Override
  public List<SearchTerm> searchTerms() {
    return RecordedItem.searchTerms(items).toList();
  }
}
