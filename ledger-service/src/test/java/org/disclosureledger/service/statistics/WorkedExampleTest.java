package org.disclosureledger.service.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.facts.FactsProjector;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.AskClarification;
import org.disclosureledger.service.request.command.CancelRequest;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareExtension;
import org.disclosureledger.service.request.command.PrepareNoData;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.ReceiveClarification;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.ClarificationOutcome;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.junit.jupiter.api.Test;

/** The example of {@code schemas/REPORTS.md} §8, by commands, against the sums made by hand. */
class WorkedExampleTest {
  private static final LedgerDescription LEDGER = SyntheticHistory.ledger("demo");
  private static final ReportingPeriod HALF = ReportingPeriod.half(2026, 1);

  private final SyntheticHistory history = new SyntheticHistory(1, at("03-01T00:00"));

  @Test
  void fiveRequestsGiveTheSumsMadeByHand() {
    answeredInTwoParts();
    refusedLate();
    takenBack();
    extendedAndAsked();
    record(5, "03-07T10:00", "03-07T10:00", 1, "03-08T10:00");
    Instant asOf = at("04-01T00:00");
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(LEDGER))) {
      database.fill(new MemoryEntryStore(history.events()), new FactsProjector());
      StatedFigures stated =
          new StatisticsQuery(database.reader(), (ledger, size) -> Optional.empty())
              .of(LEDGER, HALF, asOf, EnumSet.of(Slice.ALL), StatisticsFilter.NONE);
      assertThat(stated.unbalanced()).isEmpty();
      assertThat(stated.all().members())
          .isEqualTo(
              Map.ofEntries(
                  Map.entry("received", 5L),
                  Map.entry("answered", 4L),
                  Map.entry("cancelled", 1L),
                  Map.entry("open", 1L),
                  Map.entry("grossP50", 90_000_000L),
                  Map.entry("grossMillis", 313_200_000L),
                  Map.entry("pausedMillis", 21_600_000L),
                  Map.entry("replied", 3L),
                  Map.entry("replyP50", 43_200_000L),
                  Map.entry("full", 1L),
                  Map.entry("none", 3L),
                  Map.entry("refused", 1L),
                  Map.entry("items", 6L),
                  Map.entry("itemsDisclosed", 2L),
                  Map.entry("itemsNoData", 1L),
                  Map.entry("itemsRejected", 1L),
                  Map.entry("itemsCancelled", 1L),
                  Map.entry("itemsOpen", 1L),
                  Map.entry("receivedCorrected", 5L),
                  Map.entry("openCorrected", 1L),
                  Map.entry("grossCorrectedP50", 90_000_000L),
                  Map.entry("due", 4L),
                  Map.entry("onTime", 2L),
                  Map.entry("onTimeRecorded", 2L),
                  Map.entry("dueOriginal", 4L),
                  Map.entry("onTimeOriginal", 1L),
                  Map.entry("recorded", 5L),
                  Map.entry("lagP50", 600_000L),
                  Map.entry("lagMax", 7_200_000L),
                  Map.entry("lagOverHour", 1L),
                  Map.entry("agingOver", 1L),
                  Map.entry("openAtAsOf", 1L),
                  Map.entry("opened", 5L),
                  Map.entry("closed", 4L),
                  Map.entry("openAfter", 1L),
                  Map.entry("parts", 2L)));
    }
  }

  private void answeredInTwoParts() {
    record(1, "03-02T08:00", "03-02T08:10", 2, "03-03T08:00");
    accepted(1, "03-02T09:00", List.of(scope(1), scope(2)));
    delivered(1, 1, "03-02T20:00");
    delivered(1, 2, "03-03T06:00");
  }

  private void refusedLate() {
    record(2, "03-04T09:00", "03-04T11:00", 1, "03-05T09:00");
    act(
        "03-05T10:00",
        ActKind.REFUSAL,
        new PrepareRefusal(
            id(2), List.of(), List.of(RefusalGround.OVERBROAD), "Quá rộng (ví dụ)", null));
  }

  private void takenBack() {
    record(3, "03-05T00:00", "03-05T00:05", 1, "03-06T00:00");
    give("03-05T06:00", new CancelRequest(id(3), "Thôi (ví dụ)", null, null));
  }

  private void extendedAndAsked() {
    record(4, "03-06T07:00", "03-06T07:30", 1, "03-07T07:00");
    accepted(4, "03-06T08:00", List.of(scope(1)));
    give("03-06T09:00", new AskClarification(id(4), "Số nào? (ví dụ)", null));
    UUID question = history.events().getLast().header().id();
    give(
        "03-06T15:00",
        new ReceiveClarification(
            id(4), question, ClarificationOutcome.values()[0], "Số này (ví dụ)", null));
    act(
        "03-06T16:00",
        ActKind.EXTENSION,
        new PrepareExtension(id(4), at("03-08T07:00"), "Nhiều dữ liệu (ví dụ)", true, null));
    act(
        "03-07T17:00",
        ActKind.NO_DATA,
        new PrepareNoData(id(4), List.of(1), "Đã tìm (ví dụ)", null));
  }

  private void record(int n, String received, String recorded, int items, String due) {
    RequestedItem item =
        new RequestedItem(ItemKind.FIGURES, List.of(), List.of(DataField.FIGURE), null, null);
    give(
        recorded,
        new RecordRequest(
            id(n),
            at(received),
            Channel.OFFICIAL_LETTER,
            null,
            "CQDT-MAU-01",
            AgencyKind.INVESTIGATION_AGENCY,
            null,
            null,
            null,
            "000" + n + "/CV-MAU",
            null,
            null,
            null,
            CaseType.CRIMINAL,
            Priority.ROUTINE,
            false,
            Urgency.NORMAL,
            Secrecy.NORMAL,
            at(due),
            Collections.nCopies(items, item),
            List.of()));
  }

  private void accepted(int n, String time, List<ItemScope> scopes) {
    give(
        time,
        new VerifyAuthority(
            id(n),
            VerificationMethod.DIGITAL_SIGNATURE,
            null,
            VerificationOutcome.VERIFIED,
            "Đã xem (ví dụ)",
            null));
    act(time, ActKind.ACCEPTANCE, new PrepareAcceptance(id(n), scopes, null));
  }

  private static ItemScope scope(int item) {
    return new ItemScope(item, List.of(), List.of(DataField.FIGURE), null, 10L);
  }

  private void delivered(int n, int item, String time) {
    Handover handover =
        new Handover(item, true, List.of(), List.of(DataField.FIGURE), null, 1, null, null);
    act(
        time,
        ActKind.DELIVERY,
        new PrepareDelivery(id(n), Channel.PORTAL, "Người nhận (ví dụ)", List.of(handover), null));
  }

  /** Prepared and approved at one time. */
  private void act(String time, ActKind kind, RequestCommand prepare) {
    give(time, prepare);
    UUID prepared = history.events().getLast().header().id();
    give(time, new ApproveAct(prepare.requestId(), kind, prepared, null));
  }

  private void give(String time, RequestCommand command) {
    history.give("demo", at(time), command);
  }

  private static UUID id(int n) {
    return new UUID(0x7000L, 0x8000_0000_0000_0000L | n);
  }

  /** As the example's table has it, Asia/Ho_Chi_Minh. */
  private static Instant at(String time) {
    return LocalDateTime.parse("2026-" + time).toInstant(ZoneOffset.ofHours(7));
  }
}
