package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.service.request.Story.HOA;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.request.Story.Person;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomWalkTest {
  private static final int WALKS = 400;
  private static final int STEPS = 60;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void fromEveryStateThatAWalkReachesTheRequestCanStillBeClosed(boolean secret) {
    long seed = Long.getLong("walk.seed", System.nanoTime());
    System.out.println("walk.seed=" + seed);
    Map<RequestStatus, Integer> reached = new EnumMap<>(RequestStatus.class);
    Random random = new Random(seed);
    for (int walk = 0; walk < WALKS; walk++) {
      walk(new Walker(random, secret), reached);
    }
    assertThat(reached).as("statuses reached, seed " + seed).hasSize(RequestStatus.values().length);
  }

  @Test
  void theSameSeedWalksTheSameWay() {
    Walker one = new Walker(new Random(7), false);
    Walker other = new Walker(new Random(7), false);
    for (int step = 0; step < STEPS; step++) {
      one.step();
      other.step();
    }
    assertThat(one.state).isEqualTo(other.state);
  }

  private static void walk(Walker walker, Map<RequestStatus, Integer> reached) {
    for (int step = 0; step < STEPS && !walker.state.closed(); step++) {
      walker.step();
      reached.merge(walker.state.status(), 1, Integer::sum);
      assertWithinScope(walker.state);
      walker.copy().closeByThePlainPath();
    }
  }

  private static void assertWithinScope(RequestState state) {
    for (ItemProgress item : state.items()) {
      ItemScope approved = item.approved();
      assertThat(item.delivered()).isNotNegative();
      if (approved == null) {
        assertThat(item.parts()).isZero();
      } else {
        assertThat(item.delivered()).isLessThanOrEqualTo(approved.maximumRecords());
      }
      assertThat(item.terminalAt() != null).isEqualTo(item.state().terminal());
    }
    if (state.closed()) {
      assertThat(state.answered()).isTrue();
    }
  }

  /** Tries random commands, keeps what is accepted. */
  private static final class Walker {
    private final Random random;
    private final boolean secret;
    private RequestState state = RequestState.EMPTY;
    private int clock;

    Walker(Random random, boolean secret) {
      this.random = random;
      this.secret = secret;
      dispatch(
          LINH, secret ? RequestDraft.with(RequestDraft::keepSecret) : new RequestDraft().build());
    }

    Walker copy() {
      Walker copy = new Walker(random, secret);
      copy.state = state;
      copy.clock = clock;
      return copy;
    }

    void step() {
      for (int attempt = 0; attempt < 20; attempt++) {
        try {
          dispatch(List.of(LINH, MINH, HOA).get(random.nextInt(3)), anyCommand());
          return;
        } catch (CommandRefused refused) {
          assertThat(refused.rule()).isInstanceOf(RequestRule.class);
        }
      }
    }

    void closeByThePlainPath() {
      if (state.closed()) {
        return;
      }
      OpenAct open = state.open();
      if (open != null) {
        dispatch(open.preparer().equals(MINH.actor()) ? HOA : MINH, giveBack(open));
      }
      if (!state.answered()) {
        dispatch(LINH, refuse());
        dispatch(MINH, new ApproveAct(RequestDraft.ID, ActKind.REFUSAL, openId(), null));
      }
      dispatch(LINH, new CloseRequest(RequestDraft.ID, null, null));
      assertThat(state.status()).isEqualTo(RequestStatus.CLOSED);
    }

    private void dispatch(Person person, RequestCommand command) {
      CommandContext context = Story.context(clock + 1, person);
      RequestState after =
          Playback.evolve(
              state,
              DataRequest.decide(state, command, context, TestCircumstances.NONE),
              command,
              context);
      state = after;
      clock++;
    }

    private RequestCommand anyCommand() {
      return switch (random.nextInt(14)) {
        case 0 -> verify(VerificationOutcome.REFUTED);
        case 1, 2 -> verify(VerificationOutcome.VERIFIED);
        case 3 -> new PrepareAcceptance(RequestDraft.ID, List.of(scope()), claimed());
        case 4 -> new ApproveAct(RequestDraft.ID, ActKind.ACCEPTANCE, openId(), claimed());
        case 5 -> refuse();
        case 6 -> new ApproveAct(RequestDraft.ID, ActKind.REFUSAL, openId(), claimed());
        case 7, 8 ->
            new PrepareDelivery(RequestDraft.ID, Channel.PORTAL, null, handovers(), claimed());
        case 9, 10 -> new ApproveAct(RequestDraft.ID, ActKind.DELIVERY, openId(), claimed());
        case 11, 12 ->
            new RecordReceipt(
                RequestDraft.ID,
                dispatched(),
                random.nextInt(3) == 0 ? ReceiptOutcome.FAILED : ReceiptOutcome.ACKNOWLEDGED,
                null,
                null,
                claimed());
        default -> {
          OpenAct open = state.open();
          yield open == null || random.nextBoolean()
              ? new CloseRequest(RequestDraft.ID, null, claimed())
              : giveBack(open);
        }
      };
    }

    private VerifyAuthority verify(VerificationOutcome outcome) {
      return new VerifyAuthority(
          RequestDraft.ID,
          VerificationMethod.LETTER_OF_INTRODUCTION,
          null,
          outcome,
          null,
          claimed());
    }

    private PrepareRefusal refuse() {
      return new PrepareRefusal(
          RequestDraft.ID, List.of(), List.of(RefusalGround.OTHER), reason(), null);
    }

    private RequestCommand giveBack(OpenAct open) {
      return new ReturnAct(RequestDraft.ID, open.kind(), open.prepared(), reason(), null);
    }

    private @org.jspecify.annotations.Nullable String reason() {
      return secret ? null : "lý do";
    }

    private @org.jspecify.annotations.Nullable Instant claimed() {
      return random.nextInt(4) == 0 ? Story.at(clock + random.nextInt(3) - 1) : null;
    }

    private ItemScope scope() {
      int item = 1 + random.nextInt(2);
      boolean first = item == 1;
      return new ItemScope(
          item,
          first ? List.of(1) : List.of(),
          List.of(first ? DataField.SUBSCRIBER_NAME : DataField.FIGURE),
          first && !secret ? RequestDraft.OCTOBER : null,
          1L + random.nextInt(12));
    }

    private List<Handover> handovers() {
      List<Handover> items = new ArrayList<>();
      IntStream.rangeClosed(1, 2)
          .filter(item -> random.nextBoolean())
          .forEach(item -> items.add(handover(item)));
      return items.isEmpty() ? List.of(handover(1)) : items;
    }

    private Handover handover(int item) {
      boolean first = item == 1;
      return new Handover(
          item,
          random.nextBoolean(),
          first ? List.of(1) : List.of(),
          List.of(first ? DataField.SUBSCRIBER_NAME : DataField.FIGURE),
          first && !secret ? RequestDraft.OCTOBER : null,
          random.nextInt(6),
          null,
          null);
    }

    private UUID openId() {
      OpenAct open = state.open();
      return open == null ? RequestDraft.ID : open.prepared();
    }

    private UUID dispatched() {
      List<Dispatch> dispatches = state.dispatches();
      return dispatches.isEmpty()
          ? RequestDraft.ID
          : dispatches.get(random.nextInt(dispatches.size())).id();
    }
  }
}
