package org.disclosureledger.service.request.event;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.envelope.SearchTerm;
import org.disclosureledger.service.envelope.Searchable;

/**
 * {@code correction.listed}: what a {@code correction.prepared} had no room for, in the same
 * append; the second person decides on all of it. Its first item may be the one listed last,
 * repeated with further targets.
 *
 * @param prepared event id of the {@code correction.prepared}
 * @param list from 1, in the order of the append
 * @param items in their full new content
 */
public record CorrectionListed(UUID prepared, int list, List<RecordedItem> items)
    implements RequestEvent, Searchable {

  @Override
  public List<SearchTerm> searchTerms() {
    return RecordedItem.searchTerms(items).toList();
  }
}
