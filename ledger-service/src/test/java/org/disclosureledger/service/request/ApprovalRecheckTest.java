package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.RequestDraft.OCTOBER;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.request.event.AcceptancePrepared;
import org.disclosureledger.service.request.event.DeliveredItem;
import org.disclosureledger.service.request.event.DeliveryPrepared;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.junit.jupiter.api.Test;

/** What no command would have prepared stands open all the same: the approval must find it. */
class ApprovalRecheckTest {
  private static final UUID PREPARED = Story.id(90);

  @Test
  void anAcceptanceWiderThanWhatWasAskedIsNotApproved() {
    RequestEvent wide = new AcceptancePrepared(List.of(Story.subscribers(List.of(1, 2), 11L)), 0);
    assertRefused(
        DecisionStories.VERIFIED,
        wide,
        new ApproveAct(ID, ActKind.ACCEPTANCE, PREPARED, null),
        RequestRule.SCOPE_COUNT_EXCEEDED);
  }

  @Test
  void anAcceptanceOfAnItemRefusedBeforeIsNotApproved() {
    Story refused =
        DecisionStories.REFUSED.then(
            Story.by(Story.LINH, Story.verify(VerificationOutcome.VERIFIED)));
    RequestEvent prepared = new AcceptancePrepared(List.of(Story.subscribers(List.of(1), 1L)), 0);
    assertRefused(
        refused,
        prepared,
        new ApproveAct(ID, ActKind.ACCEPTANCE, PREPARED, null),
        RequestRule.ITEM_NOT_PENDING);
  }

  @Test
  void aRefusalOfAnItemAnsweredBeforeIsNotApproved() {
    RequestEvent late =
        new RefusalPrepared(List.of(1), List.of(RefusalGround.OTHER), Committed.of("vì"));
    assertRefused(
        DecisionStories.DISCLOSED,
        late,
        new ApproveAct(ID, ActKind.REFUSAL, PREPARED, null),
        RequestRule.NO_OPEN_ITEM);
  }

  @Test
  void aDeliveryBeyondTheRestIsNotDispatched() {
    assertRefused(
        DecisionStories.PARTIAL,
        delivery(List.of(1), 5),
        new ApproveAct(ID, ActKind.DELIVERY, PREPARED, null),
        RequestRule.DELIVERY_COUNT_EXCEEDED);
  }

  @Test
  void aDeliveryAboutAnotherTargetIsNotDispatched() {
    assertRefused(
        DecisionStories.PARTIAL,
        delivery(List.of(3), 1),
        new ApproveAct(ID, ActKind.DELIVERY, PREPARED, null),
        RequestRule.DELIVERY_TARGET_EXCEEDED);
  }

  @Test
  void aRequestWithAnOpenActIsNotClosedThoughAllIsAnswered() {
    RequestEvent late =
        new RefusalPrepared(List.of(1), List.of(RefusalGround.OTHER), Committed.of("vì"));
    assertRefused(DecisionStories.DISCLOSED, late, Story.close(), RequestRule.ACT_OPEN);
  }

  private static DeliveryPrepared delivery(List<Integer> targets, long records) {
    return new DeliveryPrepared(
        Channel.FAX,
        Committed.of(null),
        List.of(
            new DeliveredItem(
                1,
                2,
                true,
                targets,
                List.of(DataField.SUBSCRIBER_NAME),
                OCTOBER,
                records,
                Committed.of(null),
                Committed.of(null))),
        0);
  }

  private static void assertRefused(
      Story before, RequestEvent prepared, RequestCommand command, RequestRule rule) {
    CommandContext earlier = Story.context(before.steps().size(), Story.LINH);
    RequestState state =
        Playback.evolve(
            Playback.after(before),
            List.of(new ProposedEvent<>(PREPARED, earlier.now(), prepared)),
            command,
            earlier);
    CommandContext context = Story.context(before.steps().size() + 1, Story.MINH);
    CommandRefused refused =
        catchThrowableOfType(
            CommandRefused.class,
            () -> DataRequest.decide(state, command, context, TestCircumstances.NONE));
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.rule()).isEqualTo(rule);
  }
}
