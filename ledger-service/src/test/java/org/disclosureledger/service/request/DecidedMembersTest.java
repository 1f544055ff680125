package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.by;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.request.event.DeliveredItem;
import org.disclosureledger.service.request.event.DeliveryPrepared;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RequestEvent;
import org.junit.jupiter.api.Test;

/** What events say, where the table of cases only says which they are. */
class DecidedMembersTest {
  @Test
  void partsOfAnItemAreNumberedAndAFailedOneKeepsItsNumber() {
    Story story = DecisionStories.PARTIAL.then(by(LINH, Story.receipt(5, ReceiptOutcome.FAILED)));
    DeliveryPrepared prepared =
        (DeliveryPrepared)
            decide(story, Story.deliver(Story.handover(1, 4, true), Story.handover(2, 1, true)))
                .event();
    assertThat(prepared.items()).extracting(DeliveredItem::item).containsExactly(1, 2);
    assertThat(prepared.items()).extracting(DeliveredItem::part).containsExactly(2, 1);
  }

  @Test
  void aRefusalNamesTheItemsThatStandOpen() {
    RefusalPrepared prepared =
        (RefusalPrepared) decide(DecisionStories.PARTIAL, Story.refuse()).event();
    assertThat(prepared.items()).containsExactly(1, 2);
  }

  @Test
  void withoutAClaimItHappenedNow() {
    ProposedEvent<RequestEvent> event =
        decide(DecisionStories.NEW, Story.verify(VerificationOutcome.VERIFIED));
    assertThat(event.time()).isEqualTo(Story.at(1));
  }

  @Test
  void withoutAClaimItHappenedNoEarlierThanWhatItFollows() {
    CommandContext context = Story.context(0, LINH);
    Instant ahead = context.now().plusSeconds(30);
    assertThat(Gate.time(context, null, ahead, null)).isEqualTo(ahead);
    assertThat(Gate.time(context, null, context.now().minusSeconds(30))).isEqualTo(context.now());
  }

  @Test
  void aRequestHappensWhenItIsReceivedAndItsDueTimeIsSetNow() {
    RecordRequest late =
        RequestDraft.with(draft -> draft.receivedAt = RequestDraft.T0.minusSeconds(7_200));
    List<ProposedEvent<RequestEvent>> events =
        DataRequest.decide(
            RequestState.EMPTY, late, Story.context(0, LINH), TestCircumstances.NONE);
    assertThat(events)
        .extracting(ProposedEvent::time)
        .containsExactly(late.receivedAt(), RequestDraft.T0);
  }

  private static ProposedEvent<RequestEvent> decide(Story given, RequestCommand command) {
    return DataRequest.decide(
            Playback.after(given),
            command,
            Story.context(given.steps().size(), LINH),
            TestCircumstances.NONE)
        .getFirst();
  }
}
