package org.disclosureledger.service.request;

import static org.disclosureledger.service.request.PlainCommands.approve;
import static org.disclosureledger.service.request.PlainCommands.callBack;
import static org.disclosureledger.service.request.PlainCommands.figures;
import static org.disclosureledger.service.request.PlainCommands.services;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;
import static org.disclosureledger.service.request.Story.TIMER;
import static org.disclosureledger.service.request.Story.by;
import static org.disclosureledger.service.request.Story.id;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.Measure;
import org.disclosureledger.service.vocabulary.RefusalGround;

/**
 * The life of an emergency in writing with three items: 1 two subscribers, 2 figures, 3 a
 * suspension of two services. The step numbers that ids refer to stand behind the lines.
 */
final class LifeStories {
  static final Story NEW = recorded(draft -> {}); // 0
  static final Story VERIFIED = NEW.then(by(LINH, callBack(VerificationOutcome.VERIFIED))); // 1
  static final Story REFUTED = NEW.then(by(LINH, callBack(VerificationOutcome.REFUTED))); // 1
  static final Story ASKED = VERIFIED.then(by(LINH, PlainCommands.ask())); // 2
  static final Story ACCEPTING = VERIFIED.then(by(LINH, Story.accept(all()))); // 2
  static final Story APPROVED = approved(ACCEPTING, ActKind.ACCEPTANCE); // 3
  static final Story HASTENING = VERIFIED.then(by(LINH, PlainCommands.emergency(all()))); // 2
  static final Story EMERGENCY_APPROVED = approved(HASTENING, ActKind.EMERGENCY); // 3
  static final Story HANDING =
      APPROVED.then(by(LINH, Story.deliver(Story.handover(1, 6, false)))); // 4
  static final Story PARTIAL = approved(HANDING, ActKind.DELIVERY); // 5
  static final Story REFUSING = VERIFIED.then(by(LINH, Story.refuse())); // 2
  static final Story REJECTED = approved(REFUSING, ActKind.REFUSAL); // 3
  static final Story EXTENDING = VERIFIED.then(by(LINH, PlainCommands.extend(Story.at(600)))); // 2
  static final Story EXTENDED = approved(EXTENDING, ActKind.EXTENSION); // 3
  static final Story SEARCHING = APPROVED.then(by(LINH, PlainCommands.noData(1, 2))); // 4
  static final Story SUSPENDING =
      APPROVED.then(by(LINH, PlainCommands.measure(Measure.SUSPEND, 3, 1, 2))); // 4
  static final Story CORRECTING =
      VERIFIED.then(
          by(
              LINH,
              PlainCommands.correctItems(
                  PlainCommands.corrected(1, RequestDraft.SUBSCRIBERS)))); // 2
  static final Story DISCLOSED =
      rest(
          approved(
              APPROVED.then(
                  by(LINH, Story.deliver(Story.handover(1, 6, true), Story.handover(2, 1, true)))),
              ActKind.DELIVERY)); // 7
  static final Story ACKNOWLEDGED =
      DISCLOSED.then(by(LINH, Story.receipt(5, ReceiptOutcome.ACKNOWLEDGED))); // 8
  static final Story NO_DATA = rest(approved(SEARCHING, ActKind.NO_DATA)); // 7
  static final Story IN_FORCE = approved(SUSPENDING, ActKind.MEASURE); // 5
  static final Story MEASURE_TAKEN = rest(IN_FORCE); // 7
  static final Story CANCELLED = VERIFIED.then(by(LINH, PlainCommands.cancel())); // 2
  static final Story PARTIAL_CANCELLED = PARTIAL.then(by(LINH, PlainCommands.cancel())); // 6
  static final Story CLOSED = DISCLOSED.then(by(LINH, Story.close())); // 8
  static final Story CLOSED_LOST =
      CLOSED.then(by(LINH, Story.receipt(5, ReceiptOutcome.FAILED))); // 9
  static final Story CLOSED_IN_FORCE = MEASURE_TAKEN.then(by(LINH, Story.close())); // 8
  static final Story LIFTING =
      CLOSED_IN_FORCE.then(by(LINH, PlainCommands.measure(Measure.RESTORE, 3, 1, 2))); // 9
  static final Story REOPENED = CLOSED.then(by(LINH, PlainCommands.reopen(1, 2, 3))); // 9
  static final Story ASKED_MEANWHILE = ACCEPTING.then(by(LINH, PlainCommands.ask())); // 3

  static final Story ORAL = recorded(LifeStories::oral); // 0
  static final Story ORAL_VERIFIED = verified(ORAL); // 1
  static final Story ORAL_OVERDUE = verified(recorded(LifeStories::oralLongAgo)); // 1
  static final Story ORAL_MISSED =
      ORAL_OVERDUE.then(by(TIMER, PlainCommands.miss(confirmBy()))); // 2
  static final Story ORAL_CONFIRMED = ORAL_VERIFIED.then(by(LINH, PlainCommands.confirm())); // 2
  static final Story DUE_PASSED =
      verified(
          recorded(draft -> draft.receivedAt = RequestDraft.T0.minus(Duration.ofHours(4)))); // 1

  private LifeStories() {}

  /** What was asked, in full. */
  static ItemScope[] all() {
    return new ItemScope[] {Story.subscribers(List.of(1, 2), 10L), figures(2), services(3, 1, 2)};
  }

  static Story recorded(Consumer<RequestDraft> change) {
    return Story.of(
        by(
            LINH,
            RequestDraft.with(draft -> {
              draft.emergency = true;
              draft.items =
                  List.of(RequestDraft.SUBSCRIBERS, RequestDraft.FIGURES, RequestDraft.SERVICES);
              change.accept(draft);
            })));
  }

  static void oral(RequestDraft draft) {
    draft.channel = Channel.TELEPHONE;
    draft.documentDate = null;
    draft.documentNumber = null;
  }

  private static void oralLongAgo(RequestDraft draft) {
    oral(draft);
    draft.receivedAt = RequestDraft.T0.minus(Duration.ofHours(25));
  }

  /** The event id of the second deadline.set of an oral emergency. */
  static UUID confirmBy() {
    return new UUID(id(0).getMostSignificantBits(), id(0).getLeastSignificantBits() + 2);
  }

  static Story verified(Story story) {
    return story.then(by(LINH, callBack(VerificationOutcome.VERIFIED)));
  }

  /** The last step prepared it. */
  static Story approved(Story story, ActKind act) {
    return story.then(by(MINH, approve(act, id(story.steps().size() - 1))));
  }

  private static Story rest(Story story) {
    PrepareRefusal rest =
        new PrepareRefusal(
            RequestDraft.ID, List.of(), List.of(RefusalGround.NOT_HELD), "Không lưu giữ", null);
    return approved(story.then(by(LINH, rest)), ActKind.REFUSAL);
  }
}
