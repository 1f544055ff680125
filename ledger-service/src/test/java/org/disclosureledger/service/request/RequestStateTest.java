package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;
import static org.disclosureledger.service.request.Story.by;

import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.junit.jupiter.api.Test;

class RequestStateTest {
  @Test
  void aStatusFollowsFromTheItems() {
    assertStatus(DecisionStories.NEW, RequestStatus.RECEIVED);
    assertStatus(DecisionStories.VERIFIED, RequestStatus.VERIFYING);
    assertStatus(DecisionStories.REFUTED, RequestStatus.VERIFYING);
    assertStatus(DecisionStories.PREPARED, RequestStatus.VERIFYING);
    assertStatus(DecisionStories.ACCEPTED, RequestStatus.APPROVED);
    assertStatus(DecisionStories.HANDING, RequestStatus.APPROVED);
    assertStatus(DecisionStories.PARTIAL, RequestStatus.PARTIAL);
    assertStatus(DecisionStories.DISCLOSED, RequestStatus.DISCLOSED);
    assertStatus(DecisionStories.REFUSED, RequestStatus.REJECTED);
    assertStatus(DecisionStories.CLOSED, RequestStatus.CLOSED);
  }

  @Test
  void itIsReceivedByTheAgencyOnceEveryDeliveryIs() {
    Story first =
        DecisionStories.DISCLOSED.then(by(LINH, Story.receipt(5, ReceiptOutcome.ACKNOWLEDGED)));
    assertStatus(first, RequestStatus.DISCLOSED);
    assertStatus(
        first.then(by(LINH, Story.receipt(7, ReceiptOutcome.ACKNOWLEDGED))),
        RequestStatus.ACKNOWLEDGED);
  }

  @Test
  void aFailedDeliveryOpensItsItemsAgainAndFreesTheirCount() {
    Story failed =
        DecisionStories.DISCLOSED.then(by(LINH, Story.receipt(7, ReceiptOutcome.FAILED)));
    RequestState state = Playback.after(failed);
    assertThat(state.answeredAt()).isEmpty();
    assertThat(state.items().get(0).state()).isEqualTo(ItemState.PARTIAL);
    assertThat(state.items().get(0).handed().records()).isEqualTo(6);
    assertThat(state.items().get(1).state()).isEqualTo(ItemState.APPROVED);
    assertThat(state.items().get(1).handed().records()).isZero();
    assertThat(state.items().get(1).handed().parts()).isEqualTo(1);
  }

  @Test
  void aLostFirstPartOpensAnItemWhoseLastPartArrived() {
    Story failed =
        DecisionStories.DISCLOSED.then(by(LINH, Story.receipt(5, ReceiptOutcome.FAILED)));
    RequestState state = Playback.after(failed);
    assertThat(state.items().get(0).state()).isEqualTo(ItemState.PARTIAL);
    assertThat(state.items().get(0).handed().records()).isEqualTo(4);
    assertThat(state.items().get(1).state()).isEqualTo(ItemState.DISCLOSED);
  }

  @Test
  void refusingTheRestLeavesWhatWasDisclosed() {
    Story rest =
        DecisionStories.PARTIAL.then(
            by(LINH, Story.deliver(Story.handover(2, 1, true))),
            by(MINH, Story.approveDelivery(6)),
            by(LINH, Story.refuse()),
            by(MINH, Story.approveRefusal(8)));
    RequestState state = Playback.after(rest);
    assertThat(state.items().get(0).state()).isEqualTo(ItemState.REJECTED);
    assertThat(state.items().get(1).state()).isEqualTo(ItemState.DISCLOSED);
    assertThat(state.status()).isEqualTo(RequestStatus.DISCLOSED);
    assertThat(state.answeredAt()).contains(Story.at(9));
    RequestState late =
        Playback.after(rest.then(by(LINH, Story.receipt(5, ReceiptOutcome.FAILED))));
    assertThat(late.items().get(0).state())
        .as("a refusal stays, though a part of the answer was lost")
        .isEqualTo(ItemState.REJECTED);
  }

  @Test
  void whatWentOutShowsAlsoWhenTheRestIsTakenBack() {
    Story cancelled = DecisionStories.PARTIAL.then(by(LINH, PlainCommands.cancel()));
    assertThat(Playback.after(cancelled).answered()).isTrue();
    assertStatus(cancelled, RequestStatus.PARTIAL);
    Story refused =
        DecisionStories.PARTIAL.then(by(LINH, Story.refuse()), by(MINH, Story.approveRefusal(6)));
    assertThat(Playback.after(refused).answered()).isTrue();
    assertStatus(refused, RequestStatus.PARTIAL);
    assertStatus(
        cancelled.then(by(LINH, Story.receipt(5, ReceiptOutcome.FAILED))), RequestStatus.CANCELLED);
  }

  @Test
  void anAnswerIsCompleteWhenItsLastItemIs() {
    assertThat(Playback.after(DecisionStories.DISCLOSED).answeredAt()).contains(Story.at(7));
    assertThat(Playback.after(DecisionStories.PARTIAL).answeredAt()).isEmpty();
    assertThat(RequestState.EMPTY.answered()).isFalse();
  }

  private static void assertStatus(Story story, RequestStatus status) {
    assertThat(Playback.after(story).status()).isEqualTo(status);
  }
}
