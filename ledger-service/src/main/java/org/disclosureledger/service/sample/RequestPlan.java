package org.disclosureledger.service.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.deadline.StatutoryRows;
import org.disclosureledger.service.request.command.AskClarification;
import org.disclosureledger.service.request.command.CancelRequest;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.ConfirmInWriting;
import org.disclosureledger.service.request.command.IssueReminder;
import org.disclosureledger.service.request.command.LinkRequest;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareExtension;
import org.disclosureledger.service.request.command.ReceiveClarification;
import org.disclosureledger.service.request.command.RecordError;
import org.disclosureledger.service.request.command.ReopenRequest;
import org.disclosureledger.service.request.command.ReportObstacle;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.ClarificationOutcome;
import org.disclosureledger.service.vocabulary.DocumentPurpose;
import org.disclosureledger.service.vocabulary.ErrorCause;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.LinkRelation;
import org.disclosureledger.service.vocabulary.Measure;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/** All steps of one request, whether or not there is time left for them. */
final class RequestPlan extends RequestScript {
  private static final PolicyInForce POLICY =
      PolicyInForce.of(new UUID(0, 0), StatutoryRows.read());

  RequestPlan(
      SampleDemand demand,
      Instant latestRecording,
      Habits habits,
      SampleRegister register,
      Invented invented) {
    super(demand, latestRecording, habits, register, invented);
  }

  /**
   * The steps of a course.
   *
   * @param other an earlier request, for a course that refers to one
   */
  List<SampleStep> steps(Course course, @Nullable UUID other) {
    boolean open = true;
    if (!demand.secret() && !course.oral() && habits.attachments().draw()) {
      attach(DocumentPurpose.DEMAND, "cong-van-mau.txt");
    }
    switch (course) {
      case ANSWERED, BIG, PRESERVED, MOBILISED -> plainly();
      case IN_PARTS -> inParts();
      case DELIVERED_AGAIN -> deliveredAgain();
      case REST_REFUSED -> restRefused();
      case REFUSED -> refuse(List.of(), List.of(habits.grounds().draw()));
      case FORGED, ENDED_AGENCY, ORAL_FORGED -> unfounded(course);
      case FORGOTTEN -> open = false;
      case REMINDED -> reminded();
      case WRITTEN_EMERGENCY, ORAL_CONFIRMED, ORAL_LATE, ORAL_MISSED -> emergency(course);
      case ORAL_ON_PAPER -> onPaper();
      case CLARIFIED -> question(ClarificationOutcome.ANSWERED);
      case QUESTION_WITHDRAWN -> question(ClarificationOutcome.WITHDRAWN);
      case EXTENDED -> extended(true);
      case HINDERED -> extended(false);
      case NO_DATA -> notHeld();
      case SUSPENDED -> {
        plainly();
        days(5, 20);
        measure(Measure.RESTORE, items.getFirst());
      }
      case GIVEN_BACK_LATE -> {
        plainly();
        close();
        days(5, 20);
        measure(Measure.RESTORE, items.getFirst());
        open = false;
      }
      case CANCELLED_IN_QUESTION -> {
        ask();
        cancel();
      }
      case CANCELLED_IN_ACT -> {
        verify();
        share(0.1);
        step(
            SamplePerson.LEGAL,
            memory ->
                new PrepareAcceptance(id, items.stream().map(SampleItem::scope).toList(), null));
        cancel();
      }
      case REOPENED -> reopened();
      case RENEWED -> renewed();
      case MEMBERS_CORRECTED, ITEMS_CORRECTED, RECEIPT_CORRECTED, AGENCY_CORRECTED, STATED ->
          open = new Corrections(this).steps(course);
      case ERROR_CAUGHT -> errorCaught();
      case ERROR_DISCLOSED -> errorDisclosed();
      case DUPLICATE -> {
        link(LinkRelation.DUPLICATE_OF, other);
        refuse(List.of(), List.of(RefusalGround.DUPLICATE));
      }
      case LINKED -> {
        link(habits.relations().draw(), other);
        plainly();
      }
    }
    if (open && invented.percent(70)) {
      close();
    }
    return written();
  }

  void plainly() {
    verifyAndAccept();
    answer(items);
  }

  void close() {
    pass(Duration.ofHours(24 + invented.random().nextInt(240)));
    step(legal(), memory -> new CloseRequest(id, words("Đã trả lời toàn bộ yêu cầu"), null));
  }

  private void inParts() {
    verifyAndAccept();
    measures(items);
    List<SampleItem> data = items.stream().filter(SampleItem::data).toList();
    boolean secret = demand.secret();
    Act first = deliver(data.stream().map(item -> item.firstPart(secret, invented)).toList());
    receive(first, ReceiptOutcome.ACKNOWLEDGED);
    Act last = deliver(data.stream().map(item -> item.lastPart(secret, invented)).toList());
    receive(last, ReceiptOutcome.ACKNOWLEDGED);
  }

  private void deliveredAgain() {
    verifyAndAccept();
    Act lost = handOver(items);
    receive(Objects.requireNonNull(lost, "it has data"), ReceiptOutcome.FAILED);
    answer(items.stream().filter(SampleItem::data).toList());
  }

  private void restRefused() {
    verifyAndAccept();
    Act part = deliver(List.of(items.getFirst().firstPart(demand.secret(), invented)));
    receive(part, ReceiptOutcome.ACKNOWLEDGED);
    List<RefusalGround> grounds =
        Stream.of(RefusalGround.RETENTION_EXPIRED, RefusalGround.NOT_HELD, RefusalGround.OVERBROAD)
            .limit(2 + invented.random().nextInt(2))
            .toList();
    refuse(items.stream().map(item -> item.scope().item()).toList(), grounds);
  }

  private void unfounded(Course course) {
    verify(
        VerificationOutcome.REFUTED,
        course == Course.ENDED_AGENCY
            ? VerificationMethod.SEAL_OR_DOCUMENT
            : VerificationMethod.CALL_BACK);
    refuse(
        List.of(),
        course == Course.ENDED_AGENCY
            ? List.of(RefusalGround.NOT_COMPETENT)
            : List.of(RefusalGround.NOT_AUTHENTICATED, RefusalGround.SUSPECTED_FORGED));
  }

  private void reminded() {
    days(4, 12);
    Instant answerBy = at.plus(Duration.ofDays(2));
    step(
        SamplePerson.SUPERVISOR,
        memory ->
            new IssueReminder(id, words("Đề nghị trả lời trước thời hạn mới"), answerBy, null));
    paceHours = Math.min(paceHours, 24);
    plainly();
  }

  private void emergency(Course course) {
    verify();
    acceptInEmergency();
    Act delivery = handOver(items);
    Instant confirmBy = POLICY.confirmInWriting(demand.asked()).due();
    if (course.needsConfirmation() && confirmBy != null) {
      if (course == Course.ORAL_CONFIRMED) {
        passUntil(confirmBy.minus(Duration.ofMinutes(10 + invented.random().nextInt(600))));
        confirm();
      } else {
        passUntil(confirmBy.plusSeconds(2));
        step(SamplePerson.SYSTEM, memory -> new MissWriting(id, memory.last(recorded)));
      }
      if (course == Course.ORAL_LATE) {
        pass(Duration.ofHours(3 + invented.random().nextInt(60)));
        confirm();
      }
    }
    if (delivery != null) {
      receive(delivery, ReceiptOutcome.ACKNOWLEDGED);
    }
  }

  private void onPaper() {
    verify();
    pass(Duration.ofMinutes(60 + invented.random().nextInt(300)));
    confirm();
    accept(items);
    answer(items);
  }

  private void confirm() {
    String number = invented.documentNumber(agency.code().value());
    LocalDate date = LocalDate.ofInstant(at, LedgerZone.ID);
    String digest = words(invented.digest());
    step(legal(), memory -> new ConfirmInWriting(id, number, date, digest, null));
    sent(number, date, at);
    attach(DocumentPurpose.CONFIRMATION, "xac-nhan-mau.txt");
  }

  private Mark ask() {
    share(0.1);
    return step(
        legal(),
        memory ->
            new AskClarification(id, words("Đề nghị nêu rõ khoảng thời gian và đối tượng"), null));
  }

  private void question(ClarificationOutcome outcome) {
    verify();
    Mark asked = ask();
    pass(Duration.ofMinutes(120 + invented.random().nextInt(2_000)));
    String answer =
        outcome == ClarificationOutcome.ANSWERED ? words("Giữ nguyên như văn bản") : null;
    step(
        legal(),
        memory -> new ReceiveClarification(id, memory.first(asked), outcome, answer, null));
    accept(items);
    answer(items);
  }

  /** Before anything else, for it counts only while there is time. */
  private void extended(boolean consent) {
    Instant due = POLICY.resolve(demand.asked()).due();
    if (due != null) {
      paceHours = 1;
      Instant later = due.plus(Duration.ofHours(consent ? 72 : 48));
      String reason = words("Khối lượng tra cứu lớn, cần thêm thời gian");
      twoPeople(
          ActKind.EXTENSION,
          0.5,
          "Nêu rõ lý do gia hạn",
          memory -> new PrepareExtension(id, later, reason, consent, null));
      paceHours = demand.paceHours();
    }
    if (!consent) {
      Instant expected = at.plus(Duration.ofDays(4));
      step(
          legal(),
          memory ->
              new ReportObstacle(
                  id, List.of(), words("Hệ thống lưu trữ cũ đang khôi phục"), expected, null));
    }
    plainly();
  }

  private void notHeld() {
    verifyAndAccept();
    List<SampleItem> data = items.stream().filter(SampleItem::data).toList();
    List<SampleItem> missing = data.subList(0, (data.size() + 1) / 2);
    noData(missing);
    answer(items.stream().filter(item -> !missing.contains(item)).toList());
  }

  private void cancel() {
    days(0.2, 2);
    String reason = words("Cơ quan rút yêu cầu, vụ việc đã kết thúc");
    String document = words(invented.digest());
    step(legal(), memory -> new CancelRequest(id, reason, document, null));
  }

  private void reopen(List<Integer> which) {
    days(3, 20);
    String reason = words("Cơ quan đề nghị cung cấp bổ sung");
    String document = words(invented.digest());
    step(legal(), memory -> new ReopenRequest(id, which, reason, document, null));
  }

  private void reopened() {
    plainly();
    close();
    reopen(List.of(1));
    List<SampleItem> first = List.of(items.getFirst());
    verify();
    accept(first);
    answer(first);
  }

  private void renewed() {
    verify();
    cancel();
    reopen(items.stream().map(item -> item.scope().item()).toList());
    plainly();
  }

  private void errorCaught() {
    verifyAndAccept();
    measures(items);
    var handed =
        items.stream()
            .filter(SampleItem::data)
            .map(item -> item.whole(demand.secret(), invented))
            .toList();
    share(0.3);
    Mark prepared = step(SamplePerson.LEGAL, delivery(handed));
    error(prepared, ErrorCause.WRONG_PERIOD, ErrorSeverity.RECORDABLE);
    step(
        SamplePerson.APPROVER,
        memory ->
            new ReturnAct(
                id, ActKind.DELIVERY, memory.first(prepared), words("Sai khoảng thời gian"), null));
    receive(deliver(handed), ReceiptOutcome.ACKNOWLEDGED);
  }

  private void errorDisclosed() {
    verifyAndAccept();
    Act delivery = Objects.requireNonNull(answer(items), "it has data");
    days(1, 9);
    ErrorCause cause =
        invented.pick(
            List.of(ErrorCause.EXCESS, ErrorCause.WRONG_RECIPIENT, ErrorCause.WRONG_IDENTIFIER));
    error(delivery.approved(), cause, ErrorSeverity.REPORTABLE);
  }

  private void error(Mark entry, ErrorCause cause, ErrorSeverity severity) {
    share(0.05);
    String description = words("Phát hiện khi đối chiếu: " + cause.vi());
    step(
        legal(),
        memory ->
            new RecordError(
                id, memory.first(entry), List.of(1), cause, severity, description, null));
  }

  private void link(LinkRelation relation, @Nullable UUID other) {
    if (other != null) {
      share(0.05);
      step(legal(), memory -> new LinkRequest(id, relation, other, null));
    }
  }
}
