package org.disclosureledger.service.request.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What a correction changes in the record of a request; absent members stay as they are.
 *
 * @param receivedAt UTC; the due time stays as it was
 * @param documentDate Asia/Ho_Chi_Minh
 * @param items at most 20, each once; they lose their approval
 */
public record Changes(
    @Nullable Instant receivedAt,
    @Nullable Channel channel,
    @Nullable AgencyName requestingAgency,
    @Nullable String officer,
    @Nullable String documentNumber,
    @Nullable LocalDate documentDate,
    @Nullable String subject,
    @Nullable String legalBasis,
    @Nullable CaseType caseType,
    @Nullable Urgency urgency,
    List<CorrectedItem> items) {

  /** Of one entry; a request with more is corrected in steps. */
  public static final int MAX_ITEMS = 20;

  public Changes {
    receivedAt = Form.optionalInstant("receivedAt", receivedAt);
    officer = Form.text("officer", officer);
    documentNumber = Form.text("documentNumber", documentNumber);
    documentDate = Form.optionalDate("documentDate", documentDate);
    subject = Form.text("subject", subject);
    legalBasis = Form.optionalCode("legalBasis", legalBasis);
    items = Form.list("items", items);
    if (items.size() > MAX_ITEMS) {
      throw new CommandRefused(RequestRule.TOO_MANY_ITEMS, items.size() + " corrected items");
    }
  }

  public boolean isEmpty() {
    return receivedAt == null
        && channel == null
        && requestingAgency == null
        && officer == null
        && documentNumber == null
        && documentDate == null
        && subject == null
        && legalBasis == null
        && caseType == null
        && urgency == null
        && items.isEmpty();
  }

  /** Without the values, which are personal. */
  @Override
  public String toString() {
    return "Changes[]";
  }
}
