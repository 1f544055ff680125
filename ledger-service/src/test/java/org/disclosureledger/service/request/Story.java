package org.disclosureledger.service.request;

import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.RequestDraft.OCTOBER;
import static org.disclosureledger.service.request.RequestDraft.T0;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/**
 * Commands in order, each by somebody and a minute after the one before. The first event of step k
 * has the id {@link #id}(k), so that later steps can refer to it.
 */
record Story(List<Step> steps) {
  static final Person LINH = new Person(person(0xA1), ActorRole.LEGAL);
  static final Person MINH = new Person(person(0xA2), ActorRole.APPROVER);
  static final Person HOA = new Person(person(0xA3), ActorRole.APPROVER);
  static final Person ROBOT = new Person(null, ActorRole.APPROVER);
  static final Person TUAN = new Person(person(0xA4), ActorRole.SUPERVISOR);

  /** The ledger's own timer. */
  static final Person TIMER = new Person(null, ActorRole.SYSTEM);

  /** Somebody who is signed in; without an id the system itself. */
  record Person(@Nullable UUID id, ActorRole role) {
    Actor actor() {
      return id == null ? Actor.SYSTEM : Actor.of(id);
    }
  }

  record Step(Person by, RequestCommand command) {}

  static Step by(Person person, RequestCommand command) {
    return new Step(person, command);
  }

  static Story of(Step... steps) {
    return new Story(List.of(steps));
  }

  Story then(Step... more) {
    List<Step> all = new ArrayList<>(steps);
    all.addAll(List.of(more));
    return new Story(List.copyOf(all));
  }

  static UUID id(int step) {
    return uuid(0x1000L + step * 0x10L);
  }

  static Instant at(int step) {
    return T0.plus(Duration.ofMinutes(step));
  }

  static CommandContext context(int step, Person person) {
    AtomicInteger events = new AtomicInteger();
    return new CommandContext(
        "demo",
        person.actor(),
        person.role(),
        at(step),
        () -> uuid(0x1000L + step * 0x10L + events.getAndIncrement()),
        null);
  }

  private static UUID person(long low) {
    return new UUID(0x4000L, 0x8000_0000_0000_0000L + low);
  }

  private static UUID uuid(long low) {
    return new UUID(0x01980000_0000_7000L, 0x8000_0000_0000_0000L + low);
  }

  // The usual commands, in their plainest form.

  static VerifyAuthority verify(VerificationOutcome outcome) {
    return new VerifyAuthority(
        ID, VerificationMethod.SEAL_OR_DOCUMENT, null, outcome, "Đã gọi lại", null);
  }

  static ItemScope subscribers(List<Integer> targets, @Nullable Long maximum) {
    return new ItemScope(1, targets, List.of(DataField.SUBSCRIBER_NAME), OCTOBER, maximum);
  }

  static PrepareAcceptance accept(ItemScope... scopes) {
    return new PrepareAcceptance(ID, List.of(scopes), null);
  }

  static PrepareAcceptance acceptAll() {
    return accept(
        subscribers(List.of(1, 2), 10L),
        new ItemScope(2, List.of(), List.of(DataField.FIGURE), null, 5L));
  }

  static ApproveAct approveAcceptance(int step) {
    return new ApproveAct(ID, ActKind.ACCEPTANCE, id(step), null);
  }

  static PrepareRefusal refuse() {
    return new PrepareRefusal(
        ID, List.of(), List.of(RefusalGround.OVERBROAD), "Phạm vi quá rộng", null);
  }

  static ApproveAct approveRefusal(int step) {
    return new ApproveAct(ID, ActKind.REFUSAL, id(step), null);
  }

  static Handover handover(int item, long records, boolean last) {
    return item == 1
        ? new Handover(
            1,
            last,
            List.of(1),
            List.of(DataField.SUBSCRIBER_NAME),
            OCTOBER,
            records,
            "cd".repeat(32),
            1_024L)
        : new Handover(item, last, List.of(), List.of(DataField.FIGURE), null, records, null, null);
  }

  static PrepareDelivery deliver(Handover... items) {
    return new PrepareDelivery(ID, Channel.IN_PERSON, "Trần Thị Mẫu", List.of(items), null);
  }

  static ApproveAct approveDelivery(int step) {
    return new ApproveAct(ID, ActKind.DELIVERY, id(step), null);
  }

  static RecordReceipt receipt(int step, ReceiptOutcome outcome) {
    return new RecordReceipt(ID, id(step), outcome, "Trần Thị Mẫu", "ef".repeat(32), null);
  }

  static CloseRequest close() {
    return new CloseRequest(ID, "Đã trả lời đủ", null);
  }
}
