package org.disclosureledger.service.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.content.Period;
import org.disclosureledger.service.request.content.ReachedAgent;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/** A plainly invented request, to be changed in one member at a time. */
final class RequestDraft {
  static final UUID ID = UUID.fromString("01980000-0000-7000-8000-00000000000a");
  static final String AGENCY = "CQDT-MAU-01";
  static final Instant T0 = Instant.parse("2026-11-03T02:12:00Z");
  static final Period OCTOBER =
      new Period(Instant.parse("2026-09-30T17:00:00Z"), Instant.parse("2026-10-31T17:00:00Z"));

  /** Two subscribers, at most ten records. */
  static final RequestedItem SUBSCRIBERS =
      new RequestedItem(
          ItemKind.SUBSCRIBER_DATA,
          List.of(new RequestedTarget("0900000001"), new RequestedTarget("0900000002")),
          List.of(DataField.SUBSCRIBER_NAME, DataField.POSTAL_ADDRESS),
          OCTOBER,
          10L);

  /** No targets, no period, no maximum. */
  static final RequestedItem FIGURES =
      new RequestedItem(ItemKind.FIGURES, List.of(), List.of(DataField.FIGURE), null, null);

  /** Two services to be suspended, which asks for a measure and not for data. */
  static final RequestedItem SERVICES =
      new RequestedItem(
          ItemKind.SUSPENSION,
          List.of(new RequestedTarget("198.51.100.7"), new RequestedTarget("2001:db8::7")),
          List.of(DataField.CONFIRMATION),
          null,
          null);

  UUID id = ID;
  Instant receivedAt = T0;
  @Nullable String unit = "Đội 1";
  @Nullable String officer = "Nguyễn Văn Mẫu";
  @Nullable String documentNumber = "0001/CV-MAU";
  @Nullable LocalDate documentDate = LocalDate.parse("2026-11-02");
  @Nullable String subject = "Cung cấp thông tin";
  Channel channel = Channel.OFFICIAL_LETTER;
  @Nullable ReachedAgent agent;
  String agency = AGENCY;
  boolean emergency;
  Secrecy secrecy = Secrecy.NORMAL;
  @Nullable Instant dueStated;
  List<RequestedItem> items = List.of(SUBSCRIBERS, FIGURES);
  List<String> documents = List.of("ab".repeat(32));

  static RecordRequest with(Consumer<RequestDraft> change) {
    RequestDraft draft = new RequestDraft();
    change.accept(draft);
    return draft.build();
  }

  /** What may be recorded of a document above secrecy Thường. */
  static void keepSecret(RequestDraft draft) {
    draft.secrecy = Secrecy.SECRET;
    draft.unit = null;
    draft.officer = null;
    draft.subject = null;
    draft.documents = List.of();
    draft.items =
        List.of(
            new RequestedItem(
                ItemKind.SUBSCRIBER_DATA,
                List.of(new RequestedTarget(null)),
                List.of(DataField.SUBSCRIBER_NAME),
                null,
                null));
  }

  RecordRequest build() {
    return new RecordRequest(
        id,
        receivedAt,
        channel,
        agent,
        agency,
        AgencyKind.INVESTIGATION_AGENCY,
        unit,
        null,
        officer,
        documentNumber,
        documentDate,
        subject,
        "116-2025-QH15/25.2.a",
        CaseType.CRIMINAL,
        Priority.ROUTINE,
        emergency,
        Urgency.URGENT,
        secrecy,
        dueStated,
        items,
        documents);
  }
}
