package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.request.content.ReachedAgent;
import org.disclosureledger.service.request.content.RequestForm;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Records what an agency demanded, as it came in. Texts are NFC-normalised, and blank ones count as
 * absent; ordinals of items, targets and documents are their places in the lists, from 1.
 *
 * @param requestId fresh UUID, the stream's name
 * @param receivedAt when it reached the enterprise, UTC; no later than a minute from now
 * @param agent whom it reached first; absent when it came to the enterprise itself
 * @param receivingAgency code of the agency the answer goes to; absent when it is the requesting
 *     one
 * @param unit unit within the requesting agency
 * @param documentDate date on the document, Asia/Ho_Chi_Minh, not in the future
 * @param legalBasis code of the provision the agency relies on, if it names one
 * @param dueStated the agency's own deadline, UTC
 * @param items 1 to 500, with 1,000 targets together at most
 * @param documents SHA-256 digests of the files that came with it, 64 hexadecimal digits each
 */
public record RecordRequest(
    UUID requestId,
    Instant receivedAt,
    Channel channel,
    @Nullable ReachedAgent agent,
    String requestingAgency,
    AgencyKind requestingAgencyKind,
    @Nullable String unit,
    @Nullable String receivingAgency,
    @Nullable String officer,
    @Nullable String documentNumber,
    @Nullable LocalDate documentDate,
    @Nullable String subject,
    @Nullable String legalBasis,
    CaseType caseType,
    Priority priority,
    boolean emergency,
    Urgency urgency,
    Secrecy secrecy,
    @Nullable Instant dueStated,
    List<RequestedItem> items,
    List<String> documents)
    implements RequestCommand {

  public RecordRequest {
    requestId = Form.required("requestId", requestId);
    receivedAt = Form.instant("receivedAt", receivedAt);
    channel = Form.required("channel", channel);
    requestingAgency = Form.agencyCode("requestingAgency", requestingAgency);
    requestingAgencyKind = Form.required("requestingAgencyKind", requestingAgencyKind);
    unit = Form.text("unit", unit);
    receivingAgency = Form.optionalAgencyCode("receivingAgency", receivingAgency);
    officer = Form.text("officer", officer);
    documentNumber = Form.text("documentNumber", documentNumber);
    documentDate = Form.optionalDate("documentDate", documentDate);
    subject = Form.text("subject", subject);
    legalBasis = Form.optionalCode("legalBasis", legalBasis);
    caseType = Form.required("caseType", caseType);
    priority = Form.required("priority", priority);
    urgency = Form.required("urgency", urgency);
    secrecy = Form.required("secrecy", secrecy);
    dueStated = Form.optionalInstant("dueStated", dueStated);
    items = RequestForm.items(items);
    documents = RequestForm.documents(documents);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "RecordRequest[" + requestId + "]";
  }
}
