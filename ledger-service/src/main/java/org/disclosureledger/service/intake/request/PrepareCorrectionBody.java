package org.disclosureledger.service.intake.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.content.AgencyName;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.ErrorCause;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.disclosureledger.service.wire.CommandBody;
import org.jspecify.annotations.Nullable;

/**
 * What an entry should have said.
 *
 * @param corrects event id of the entry
 * @param statement what is right, in words
 * @param changes only of the entry that recorded the request
 */
record PrepareCorrectionBody(
    UUID corrects,
    @Nullable ErrorCause cause,
    ErrorSeverity severity,
    @Nullable String reason,
    @Nullable String statement,
    @Nullable ChangesBody changes,
    @Nullable Instant happenedAt)
    implements CommandBody {

  /**
   * Members as they should have been; absent ones stay, and so do due times.
   *
   * @param receivingAgency code; open items lose their approval
   * @param channel with {@code emergency}: an emergency that is oral by them owes a paper for good
   * @param emergency open items lose their approval; a paper that is owed stays so
   */
  record ChangesBody(
      @Nullable Instant receivedAt,
      @Nullable Channel channel,
      @Nullable AgencyBody requestingAgency,
      @Nullable String receivingAgency,
      @Nullable String officer,
      @Nullable String documentNumber,
      @Nullable LocalDate documentDate,
      @Nullable String subject,
      @Nullable String legalBasis,
      @Nullable CaseType caseType,
      @Nullable Priority priority,
      @Nullable Boolean emergency,
      @Nullable Urgency urgency,
      @Nullable Secrecy secrecy,
      @Nullable Instant dueStated,
      @Nullable List<CorrectedItemBody> items) {
    Changes toChanges() {
      return new Changes(
          receivedAt,
          channel,
          requestingAgency == null
              ? null
              : new AgencyName(
                  requestingAgency.code(), requestingAgency.kind(), requestingAgency.unit()),
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
          items == null
              ? List.of()
              : items.stream()
                  .map(item -> new CorrectedItem(item.ordinal(), item.item().toItem()))
                  .toList());
    }

    @Override
    public String toString() {
      return "ChangesBody";
    }
  }

  /**
   * One item in its full new content.
   *
   * @param ordinal of the item; the next one after the last adds one
   */
  record CorrectedItemBody(Integer ordinal, ItemBody item) {}

  PrepareCorrection toCommand(UUID id) {
    return new PrepareCorrection(
        id,
        corrects,
        cause,
        severity,
        reason,
        statement,
        changes == null ? null : changes.toChanges(),
        happenedAt);
  }

  @Override
  public String toString() {
    return "PrepareCorrectionBody";
  }
}
