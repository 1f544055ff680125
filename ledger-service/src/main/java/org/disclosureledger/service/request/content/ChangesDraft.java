package org.disclosureledger.service.request.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/** {@link Changes} while somebody says which few of its members they are. */
public final class ChangesDraft {
  public @Nullable Instant receivedAt;
  public @Nullable Channel channel;
  public @Nullable AgencyName requestingAgency;
  public @Nullable String receivingAgency;
  public @Nullable String officer;
  public @Nullable String documentNumber;
  public @Nullable LocalDate documentDate;
  public @Nullable String subject;
  public @Nullable String legalBasis;
  public @Nullable CaseType caseType;
  public @Nullable Priority priority;
  public @Nullable Boolean emergency;
  public @Nullable Urgency urgency;
  public @Nullable Secrecy secrecy;
  public @Nullable Instant dueStated;
  public List<CorrectedItem> items = List.of();

  ChangesDraft() {}

  Changes changes() {
    return new Changes(
        receivedAt,
        channel,
        requestingAgency,
        receivingAgency,
        officer,
        documentNumber,
        documentDate,
        subject,
        legalBasis,
        caseType,
        priority,
        emergency,
        urgency,
        secrecy,
        dueStated,
        items);
  }
}
