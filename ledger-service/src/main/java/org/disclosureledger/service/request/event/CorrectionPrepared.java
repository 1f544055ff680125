package org.disclosureledger.service.request.event;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.SearchTerm;
import org.disclosureledger.service.envelope.Searchable;
import org.disclosureledger.service.vocabulary.ErrorCause;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.jspecify.annotations.Nullable;

/**
 * {@code correction.prepared}: the first of two people proposes to correct the record; the original
 * stays.
 *
 * @param corrects event id of the corrected entry, in this stream
 * @param cause absent where none of them is meant
 * @param severity whether anything was disclosed by the mistake
 * @param reason why, committed
 * @param statement what is right, in words, committed
 * @param lists how many {@link CorrectionListed} follow in the same append
 * @param changes only when it corrects the {@code request.recorded}
 */
public record CorrectionPrepared(
    UUID corrects,
    @Nullable ErrorCause cause,
    ErrorSeverity severity,
    Committed<String> reason,
    Committed<String> statement,
    int lists,
    @Nullable RecordedChanges changes)
    implements RequestEvent, Searchable {

  @Override
  public List<SearchTerm> searchTerms() {
    if (changes == null) {
      return List.of();
    }
    Committed<String> number = changes.documentNumber();
    return Stream.concat(
            number == null ? Stream.empty() : SearchTerm.documentNumber(number).stream(),
            RecordedItem.searchTerms(changes.items()))
        .toList();
  }
}
