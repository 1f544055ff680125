package org.disclosureledger.service.request.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What a correction changes in the record of a request; absent members stay as they are.
 *
 * @param receivedAt UTC; the due time stays as it was
 * @param receivingAgency code; open items lose their approval, which was to answer another
 * @param documentDate Asia/Ho_Chi_Minh
 * @param channel with {@code emergency}: an emergency that is oral by them owes a paper for good
 * @param emergency open items lose their approval; the answer's due time rests on what was first
 *     recorded
 * @param secrecy contents are refused by the higher of the old and the new one
 * @param dueStated UTC; the due time stays as it was
 * @param items each once; they lose their approval
 */
public record Changes(
    @Nullable Instant receivedAt,
    @Nullable Channel channel,
    @Nullable AgencyName requestingAgency,
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
    List<CorrectedItem> items) {
  private static final Changes NONE = of(unused -> {});

  public Changes {
    receivedAt = Form.optionalInstant("receivedAt", receivedAt);
    receivingAgency = Form.optionalAgencyCode("receivingAgency", receivingAgency);
    officer = Form.text("officer", officer);
    documentNumber = Form.text("documentNumber", documentNumber);
    documentDate = Form.optionalDate("documentDate", documentDate);
    subject = Form.text("subject", subject);
    legalBasis = Form.optionalCode("legalBasis", legalBasis);
    dueStated = Form.optionalInstant("dueStated", dueStated);
    items = Form.list("items", items);
    if (items.size() > RequestForm.MAX_ITEMS) {
      throw new CommandRefused(RequestRule.TOO_MANY_ITEMS, items.size() + " corrected items");
    }
  }

  /** The members that are set in it change. */
  public static Changes of(Consumer<ChangesDraft> set) {
    ChangesDraft draft = new ChangesDraft();
    set.accept(draft);
    return draft.changes();
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  /** Without the values, which are personal. */
  @Override
  public String toString() {
    return "Changes[]";
  }
}
