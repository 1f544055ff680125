package org.disclosureledger.service.request.event;

import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.SearchTerm;
import org.disclosureledger.service.envelope.Searchable;
import org.jspecify.annotations.Nullable;

/**
 * {@code writing.confirmed}: an oral emergency was confirmed in writing.
 *
 * @param documentNumber number of the document, committed
 * @param documentDate date on the document
 * @param digest sHA-256 of the document, hexadecimal, committed
 */
public record WritingConfirmed(
    Committed<String> documentNumber, @Nullable LocalDate documentDate, Committed<String> digest)
    implements RequestEvent, Searchable {

  @Override
  public List<SearchTerm> searchTerms() {
    return SearchTerm.documentNumber(documentNumber).stream().toList();
  }
}
