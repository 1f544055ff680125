package org.disclosureledger.service.request.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.SearchTerm;
import org.disclosureledger.service.envelope.Searchable;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.RequestRoute;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * {@code request.recorded}: what the agency demanded, as it came in.
 *
 * @param receivedAt when it reached the enterprise, as claimed, UTC
 * @param agent whom it reached first; present exactly when the route is VIA_AGENT
 * @param receivingAgency code of the agency the answer goes to; absent when it is the requesting
 *     one
 * @param documentDate date on the document, Asia/Ho_Chi_Minh
 * @param legalBasis code of the provision the agency relies on, if it names one
 * @param dueStated the agency's own deadline, UTC
 * @param items as many as fit; {@link ItemsListed} goes on with the rest
 */
public record RequestRecorded(
    Instant receivedAt,
    Channel channel,
    RequestRoute route,
    @Nullable ForwardingAgent agent,
    RequestingAgency requestingAgency,
    @Nullable String receivingAgency,
    Committed<String> officer,
    Committed<String> documentNumber,
    @Nullable LocalDate documentDate,
    Committed<String> subject,
    @Nullable String legalBasis,
    CaseType caseType,
    Priority priority,
    boolean emergency,
    Urgency urgency,
    Secrecy secrecy,
    @Nullable Instant dueStated,
    List<RecordedItem> items,
    List<RecordedDocument> documents)
    implements RequestEvent, Searchable {

  @Override
  public List<SearchTerm> searchTerms() {
    return Stream.concat(
            SearchTerm.documentNumber(documentNumber).stream(), RecordedItem.searchTerms(items))
        .toList();
  }
}
