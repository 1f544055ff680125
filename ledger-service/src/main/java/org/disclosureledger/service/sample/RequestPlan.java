package org.disclosureledger.service.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/** All steps of one request, whether or not there is time left for them. */
final class RequestPlan {
  private final UUID id;
  private final SampleDemand demand;
  private final Invented invented;
  private final List<SampleStep> steps = new ArrayList<>();
  private Instant at;

  /**
   * @param latestRecording the request itself is recorded by then, however late it came
   */
  RequestPlan(SampleDemand demand, Instant latestRecording, Invented invented) {
    this.id = invented.uuid();
    this.demand = demand;
    this.invented = invented;
    Instant recording = demand.receivedAt().plus(demand.recordingLag());
    this.at = recording.isAfter(latestRecording) ? latestRecording : recording;
    RecordRequest recorded = demand.record(id);
    step(ActorRole.LEGAL, memory -> recorded);
  }

  List<SampleStep> steps(Outcome outcome) {
    switch (outcome) {
      case DISCLOSED -> {
        accept();
        deliver(whole());
        receive(ReceiptOutcome.ACKNOWLEDGED);
      }
      case DISCLOSED_IN_PARTS -> inParts();
      case DISCLOSED_AGAIN -> {
        accept();
        deliver(whole());
        receive(ReceiptOutcome.FAILED);
        deliver(whole());
        receive(ReceiptOutcome.ACKNOWLEDGED);
      }
      case REST_REFUSED -> {
        accept();
        deliver(List.of(demand.items().getFirst().firstPart(demand.secret(), invented)));
        receive(ReceiptOutcome.ACKNOWLEDGED);
        refuse(invented.pick(List.of(RefusalGround.RETENTION_EXPIRED, RefusalGround.NOT_HELD)));
      }
      case REFUSED -> refuse(invented.pick(List.of(RefusalGround.values())));
      case FORGED -> {
        verify(VerificationOutcome.REFUTED);
        refuse(RefusalGround.SUSPECTED_FORGED);
      }
      case FORGOTTEN -> {}
    }
    if (outcome != Outcome.FORGOTTEN && invented.percent(70)) {
      pass(Duration.ofHours(24 + invented.random().nextInt(240)));
      step(
          ActorRole.LEGAL,
          memory -> new CloseRequest(id, words("Đã trả lời toàn bộ yêu cầu"), null));
    }
    return List.copyOf(steps);
  }

  private void inParts() {
    accept();
    boolean secret = demand.secret();
    deliver(demand.items().stream().map(item -> item.firstPart(secret, invented)).toList());
    receive(ReceiptOutcome.ACKNOWLEDGED);
    deliver(demand.items().stream().map(item -> item.lastPart(secret, invented)).toList());
    receive(ReceiptOutcome.ACKNOWLEDGED);
  }

  private List<Handover> whole() {
    return demand.items().stream().map(item -> item.whole(demand.secret(), invented)).toList();
  }

  private void verify(VerificationOutcome outcome) {
    share(0.15);
    VerificationMethod method =
        invented.pick(
            List.of(VerificationMethod.DIGITAL_SIGNATURE, VerificationMethod.SEAL_OR_DOCUMENT));
    UUID contact = null;
    step(
        ActorRole.LEGAL,
        memory ->
            new VerifyAuthority(
                id, method, contact, outcome, words("Đã đối chiếu thông tin liên hệ"), null));
  }

  private void accept() {
    if (invented.percent(4)) {
      // A first check fails, a second one through another contact does not.
      verify(VerificationOutcome.REFUTED);
    }
    verify(VerificationOutcome.VERIFIED);
    prepareAcceptance();
    if (invented.percent(6)) {
      share(0.05);
      String reason = words("Xem lại phạm vi");
      step(
          ActorRole.APPROVER,
          memory -> new ReturnAct(id, ActKind.ACCEPTANCE, memory.lastPreparedId(id), reason, null));
      prepareAcceptance();
    }
    share(0.1);
    step(
        ActorRole.APPROVER,
        memory -> new ApproveAct(id, ActKind.ACCEPTANCE, memory.lastPreparedId(id), null));
  }

  private void prepareAcceptance() {
    share(0.15);
    step(
        ActorRole.LEGAL,
        memory ->
            new PrepareAcceptance(
                id, demand.items().stream().map(SampleItem::scope).toList(), null));
  }

  private void deliver(List<Handover> items) {
    prepareDelivery(items);
    if (invented.percent(5)) {
      share(0.05);
      String reason = words("Kiểm tra lại người nhận");
      step(
          ActorRole.APPROVER,
          memory -> new ReturnAct(id, ActKind.DELIVERY, memory.lastPreparedId(id), reason, null));
      prepareDelivery(items);
    }
    share(0.15);
    step(
        ActorRole.APPROVER,
        memory -> new ApproveAct(id, ActKind.DELIVERY, memory.lastPreparedId(id), null));
  }

  private void prepareDelivery(List<Handover> items) {
    share(0.4);
    Channel channel =
        invented.pick(List.of(Channel.OFFICIAL_LETTER, Channel.PORTAL, Channel.IN_PERSON));
    String recipient = words(invented.person());
    step(ActorRole.LEGAL, memory -> new PrepareDelivery(id, channel, recipient, items, null));
  }

  private void receive(ReceiptOutcome outcome) {
    if (outcome == ReceiptOutcome.ACKNOWLEDGED && invented.percent(15)) {
      return;
    }
    // Minutes often reach the register well after the agency signed them.
    Instant signed = at.plus(Duration.ofMinutes(10 + invented.random().nextInt(50)));
    pass(Duration.ofMinutes(65 + invented.random().nextInt(1_500)));
    String signer = words(invented.person());
    String minutes = words(invented.digest());
    step(
        ActorRole.LEGAL,
        memory ->
            new RecordReceipt(id, memory.lastDispatchedId(id), outcome, signer, minutes, signed));
  }

  private void refuse(RefusalGround ground) {
    prepareRefusal(ground);
    if (invented.percent(10)) {
      share(0.1);
      String reason = words("Nêu rõ căn cứ hơn");
      step(
          ActorRole.APPROVER,
          memory -> new ReturnAct(id, ActKind.REFUSAL, memory.lastPreparedId(id), reason, null));
      prepareRefusal(ground);
    }
    share(0.2);
    step(
        ActorRole.APPROVER,
        memory -> new ApproveAct(id, ActKind.REFUSAL, memory.lastPreparedId(id), null));
  }

  private void prepareRefusal(RefusalGround ground) {
    share(0.5);
    String reason = words("Không thể cung cấp: " + ground.vi());
    step(
        ActorRole.LEGAL,
        memory -> new PrepareRefusal(id, List.of(), List.of(ground), reason, null));
  }

  /** Free text, which stays out of the ledger above secrecy Thường. */
  private @Nullable String words(String text) {
    return demand.secret() ? null : text;
  }

  /** About this share of the time that the whole answer takes. */
  private void share(double share) {
    double hours = demand.paceHours() * share * invented.between(0.7, 1.2);
    pass(Duration.ofMillis(1_000 + (long) (hours * 3_600_000)));
  }

  private void pass(Duration time) {
    at = at.plus(time).truncatedTo(ChronoUnit.MILLIS);
  }

  private void step(ActorRole role, Function<SampleMemory, RequestCommand> command) {
    steps.add(new SampleStep(at, role, id, command));
  }
}
