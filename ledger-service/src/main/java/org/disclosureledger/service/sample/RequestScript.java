package org.disclosureledger.service.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.disclosureledger.service.attachment.Received;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.AttachDocument;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareEmergency;
import org.disclosureledger.service.request.command.PrepareMeasure;
import org.disclosureledger.service.request.command.PrepareNoData;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DocumentPurpose;
import org.disclosureledger.service.vocabulary.Measure;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/** What is done with one request, written down step after step. */
class RequestScript {
  /** Two entries by two people; the first is the last one prepared. */
  record Act(Mark prepared, Mark approved) {}

  final UUID id;
  final SampleDemand demand;
  final Habits habits;
  final Invented invented;
  final Mark recorded;
  final List<SampleItem> items;
  SampleAgency agency;
  Instant at;
  double paceHours;
  private final SampleRegister register;
  private final List<SampleStep> steps = new ArrayList<>();
  private final List<SentPaper> papers = new ArrayList<>();

  /**
   * @param latestRecording the request itself is recorded by then, however late it came
   */
  RequestScript(
      SampleDemand demand,
      Instant latestRecording,
      Habits habits,
      SampleRegister register,
      Invented invented) {
    this.id = invented.uuid();
    this.demand = demand;
    this.habits = habits;
    this.register = register;
    this.invented = invented;
    this.items = new ArrayList<>(demand.items());
    this.agency = demand.agency();
    this.paceHours = demand.paceHours();
    Instant recording = demand.receivedAt().plus(demand.recordingLag());
    this.at = recording.isAfter(latestRecording) ? latestRecording : recording;
    RecordRequest record = demand.record(id);
    this.recorded = step(legal(), memory -> record);
    sent(record.documentNumber(), record.documentDate(), demand.receivedAt());
  }

  /** What the agency's own list would name. */
  final List<SentPaper> papers() {
    return List.copyOf(papers);
  }

  final void sent(@Nullable String number, @Nullable LocalDate date, Instant receivedAt) {
    if (number != null && date != null) {
      papers.add(new SentPaper(number, date, receivedAt));
    }
  }

  final List<SampleStep> written() {
    return List.copyOf(steps);
  }

  final void verify() {
    VerificationMethod method =
        demand.emergency() ? VerificationMethod.CALL_BACK : habits.methods().draw();
    boolean unknown = agency.equals(SampleAgency.STRANGER);
    verify(
        VerificationOutcome.VERIFIED,
        unknown && method == VerificationMethod.CALL_BACK
            ? VerificationMethod.SEAL_OR_DOCUMENT
            : method);
  }

  final void verify(VerificationOutcome outcome, VerificationMethod method) {
    share(0.15);
    String note =
        words(
            switch (method) {
              case CALL_BACK -> "Đã gọi lại số trong danh bạ cơ quan";
              case DIGITAL_SIGNATURE -> "Đã kiểm tra chữ ký số";
              case SEAL_OR_DOCUMENT -> "Đã đối chiếu con dấu và chữ ký";
              case LETTER_OF_INTRODUCTION -> "Đã xem giấy giới thiệu, giấy tờ của người đến";
            });
    Mark contact =
        method == VerificationMethod.CALL_BACK ? register.contact(agency, at, invented) : null;
    step(
        legal(),
        memory ->
            new VerifyAuthority(
                id, method, contact == null ? null : memory.first(contact), outcome, note, null));
  }

  final void verifyAndAccept() {
    if (invented.percent(4)) {
      // A first check fails, a second one by other means does not.
      verify(VerificationOutcome.REFUTED, VerificationMethod.SEAL_OR_DOCUMENT);
    }
    verify();
    accept(items);
  }

  final void accept(List<SampleItem> which) {
    List<ItemScope> scopes = which.stream().map(SampleItem::scope).toList();
    twoPeople(
        ActKind.ACCEPTANCE,
        0.15,
        "Xem lại phạm vi",
        memory -> new PrepareAcceptance(id, scopes, null));
  }

  final void acceptInEmergency() {
    List<ItemScope> scopes = items.stream().map(SampleItem::scope).toList();
    twoPeople(
        ActKind.EMERGENCY,
        0.1,
        "Ghi rõ phạm vi cần ngay",
        memory -> new PrepareEmergency(id, scopes, null));
  }

  /** Measures at once, then what is handed over, and that it arrived. */
  final @Nullable Act answer(List<SampleItem> which) {
    Act delivery = handOver(which);
    if (delivery != null) {
      receive(delivery, ReceiptOutcome.ACKNOWLEDGED);
    }
    return delivery;
  }

  /** Measures at once, then what is handed over; absent when that is nothing. */
  final @Nullable Act handOver(List<SampleItem> which) {
    measures(which);
    List<Handover> data =
        which.stream()
            .filter(SampleItem::data)
            .map(item -> item.whole(demand.secret(), invented))
            .toList();
    return data.isEmpty() ? null : deliver(data);
  }

  final void measures(List<SampleItem> which) {
    for (SampleItem item : which) {
      Measure.answering(item.asked().kind()).ifPresent(measure -> measure(measure, item));
    }
  }

  final void measure(Measure measure, SampleItem item) {
    Instant from = at;
    Instant until =
        switch (measure) {
          case PRESERVE -> from.plus(Duration.ofDays(90));
          case MOBILISE -> from.plus(Duration.ofDays(3));
          case SUSPEND, TAKE_DOWN, RESTORE -> null;
        };
    String order = words("Quyết định " + invented.documentNumber(agency.code().value()));
    String scope =
        words(measure == Measure.MOBILISE ? "Hai đường truyền dự phòng" : "Các đối tượng nêu trên");
    twoPeople(
        ActKind.MEASURE,
        0.2,
        "Đối chiếu lại quyết định",
        memory ->
            new PrepareMeasure(
                id,
                measure,
                item.scope().item(),
                item.scope().targets(),
                order,
                scope,
                from,
                until,
                null));
  }

  final Act deliver(List<Handover> handed) {
    Function<SampleMemory, LedgerCommand> prepare = delivery(handed);
    return twoPeople(ActKind.DELIVERY, 0.4, "Kiểm tra lại người nhận", prepare);
  }

  final Function<SampleMemory, LedgerCommand> delivery(List<Handover> handed) {
    Channel channel =
        invented.pick(List.of(Channel.OFFICIAL_LETTER, Channel.PORTAL, Channel.IN_PERSON));
    String recipient = words(invented.person());
    return memory -> new PrepareDelivery(id, channel, recipient, handed, null);
  }

  final void receive(Act delivery, ReceiptOutcome outcome) {
    if (outcome == ReceiptOutcome.ACKNOWLEDGED && invented.percent(15)) {
      return;
    }
    // Minutes often reach the register well after the agency signed them.
    Instant signed = at.plus(Duration.ofMinutes(10 + invented.random().nextInt(50)));
    pass(Duration.ofMinutes(65 + invented.random().nextInt(1_500)));
    String signer = words(invented.person());
    String minutes = words(invented.digest());
    step(
        legal(),
        memory ->
            new RecordReceipt(
                id, memory.first(delivery.approved()), outcome, signer, minutes, signed));
  }

  /**
   * @param which ordinals; none for all that are open
   */
  final void refuse(List<Integer> which, List<RefusalGround> grounds) {
    String reason = words("Không thể cung cấp: " + grounds.getFirst().vi());
    twoPeople(
        ActKind.REFUSAL,
        0.5,
        "Nêu rõ căn cứ hơn",
        memory -> new PrepareRefusal(id, which, grounds, reason, null));
  }

  /** A page that says what it is. */
  final void attach(DocumentPurpose purpose, String name) {
    UUID document = invented.uuid();
    String text = "Văn bản mẫu, không có thật: " + purpose.vi() + ". " + agency.nameVi() + "\n";
    pass(Duration.ofMinutes(2));
    step(
        legal(),
        memory -> {
          Received kept = memory.document(id, document, text, name);
          return new AttachDocument(
              id,
              document,
              purpose,
              kept.mediaType(),
              kept.object(),
              kept.digest(),
              kept.size(),
              name,
              null,
              List.of(),
              null);
        });
  }

  final void noData(List<SampleItem> which) {
    List<Integer> ordinals = which.stream().map(item -> item.scope().item()).toList();
    String search = words("Đã tra cứu hệ thống thuê bao và kho lưu trữ, không có bản ghi");
    twoPeople(
        ActKind.NO_DATA,
        0.4,
        "Tra cứu thêm kho lưu trữ cũ",
        memory -> new PrepareNoData(id, ordinals, search, null));
  }

  /**
   * Prepared by one person and approved by another, who may send it back first.
   *
   * @param share of the whole time, for preparing it
   */
  final Act twoPeople(
      ActKind act, double share, String objection, Function<SampleMemory, LedgerCommand> prepare) {
    SamplePerson approver = invented.percent(70) ? SamplePerson.APPROVER : SamplePerson.APPROVER_2;
    SamplePerson preparer = legal();
    if (preparer == approver) {
      preparer = SamplePerson.LEGAL;
    }
    share(share);
    Mark prepared = step(preparer, prepare);
    if (habits.sendsBack(act)) {
      share(0.05);
      String reason = words(objection);
      Mark sentBack = prepared;
      step(approver, memory -> new ReturnAct(id, act, memory.first(sentBack), reason, null));
      share(share / 2);
      prepared = step(preparer, prepare);
    }
    share(0.1);
    return new Act(prepared, approve(approver, act, prepared));
  }

  final Mark approve(SamplePerson approver, ActKind act, Mark prepared) {
    return step(approver, memory -> new ApproveAct(id, act, memory.first(prepared), null));
  }

  /** Whoever is on duty; approvers are legal officers too. */
  final SamplePerson legal() {
    return invented.percent(60)
        ? SamplePerson.LEGAL
        : invented.percent(85) ? SamplePerson.LEGAL_2 : SamplePerson.APPROVER_2;
  }

  /** Free text, which stays out of the ledger above secrecy Thường. */
  final @Nullable String words(String text) {
    return demand.secret() ? null : text;
  }

  /** About this share of the time that the whole answer takes. */
  final void share(double share) {
    double hours = paceHours * share * invented.between(0.7, 1.2);
    pass(Duration.ofMillis(1_000 + (long) (hours * 3_600_000)));
  }

  final void days(double least, double most) {
    pass(Duration.ofMinutes((long) (invented.between(least, most) * 24 * 60)));
  }

  final void pass(Duration time) {
    at = at.plus(time).truncatedTo(ChronoUnit.MILLIS);
  }

  /** Not before this instant. */
  final void passUntil(Instant instant) {
    if (at.isBefore(instant)) {
      at = instant.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  final Mark step(SamplePerson person, Function<SampleMemory, LedgerCommand> command) {
    Mark mark = new Mark();
    steps.add(new SampleStep(at, person, mark, command));
    return mark;
  }
}
