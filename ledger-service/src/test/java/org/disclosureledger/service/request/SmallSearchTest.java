package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.Measure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every sequence of a few commands about one item of data and one of suspension, up to a depth,
 * each state that differs in more than its times and ids looked at once.
 */
class SmallSearchTest {
  private static final int DEPTH = 14;

  private static final List<Function<RequestState, RequestCommand>> ALPHABET =
      List.of(
          state -> PlainCommands.callBack(VerificationOutcome.VERIFIED),
          state -> PlainCommands.callBack(VerificationOutcome.REFUTED),
          state -> Story.accept(Story.subscribers(List.of(1, 2), 10L)),
          state -> PlainCommands.emergency(PlainCommands.services(2, 1, 2)),
          state -> Story.refuse(),
          state -> Story.deliver(Story.handover(1, 6, false)),
          state -> Story.deliver(Story.handover(1, 4, true)),
          state -> PlainCommands.noData(1),
          state -> PlainCommands.measure(Measure.SUSPEND, 2, 1, 2),
          state -> PlainCommands.measure(Measure.RESTORE, 2, 1, 2),
          SmallSearchTest::correct,
          SmallSearchTest::approve,
          SmallSearchTest::giveBack,
          SmallSearchTest::lost,
          state -> PlainCommands.ask(),
          state -> PlainCommands.answer(orNone(state.clock().question())),
          state -> PlainCommands.cancel(),
          state -> Story.close(),
          state -> PlainCommands.reopen(1),
          state -> PlainCommands.reopen(2));

  @Test
  void noShortSequenceBreaksARuleOrLeadsWhereARequestCannotBeClosed() {
    Walker start = new Walker(false);
    start.give(
        LINH,
        RequestDraft.with(draft -> {
          draft.emergency = true;
          draft.items = List.of(RequestDraft.SUBSCRIBERS, RequestDraft.SERVICES);
        }));
    Set<Object> seen = new HashSet<>();
    Set<RequestStatus> statuses = EnumSet.noneOf(RequestStatus.class);
    List<Walker> level = List.of(start);
    for (int depth = 0; depth < DEPTH; depth++) {
      List<Walker> next = new ArrayList<>();
      for (Walker walker : level) {
        boolean some = false;
        for (Function<RequestState, RequestCommand> letter : ALPHABET) {
          Walker further = walker.copy();
          if (given(further, letter)) {
            some = true;
            if (seen.add(key(further))) {
              statuses.add(further.state().status());
              Walker straight = further.copy();
              straight.closeByThePlainPath();
              assertThat(straight.state().closed()).isTrue();
              next.add(further);
            }
          }
        }
        assertThat(some || walker.state().closed()).as("some command succeeds").isTrue();
      }
      level = next;
    }
    System.out.println("small search: " + seen.size() + " states to depth " + DEPTH);
    assertThat(seen.size()).isGreaterThan(1_000);
    assertThat(statuses)
        .contains(
            RequestStatus.PARTIAL,
            RequestStatus.DISCLOSED,
            RequestStatus.MEASURE_TAKEN,
            RequestStatus.NO_DATA,
            RequestStatus.REJECTED,
            RequestStatus.CANCELLED,
            RequestStatus.CLOSED);
  }

  private static boolean given(Walker walker, Function<RequestState, RequestCommand> letter) {
    RequestCommand command = letter.apply(walker.state());
    boolean second = command instanceof ApproveAct || command instanceof ReturnAct;
    try {
      walker.give(second ? MINH : LINH, command);
      return true;
    } catch (CommandRefused refused) {
      return false;
    }
  }

  /** Where the request stands, without times and ids. */
  private static Object key(Walker walker) {
    RequestState state = walker.state();
    OpenAct open = state.open();
    return List.of(
        state.items().stream()
            .map(item ->
                List.of(
                    item.state(),
                    item.approved() != null,
                    item.handed().records(),
                    item.handed().parts() - item.handed().earlierParts()))
            .toList(),
        state.check().outcome(),
        open == null ? "" : open.kind() + details(open),
        state.clock().paused(),
        state.closed(),
        state.dispatches().stream()
            .filter(dispatch -> dispatch.receipt() == null)
            .map(Dispatch::parts)
            .toList(),
        walker.watch().memory());
  }

  private static String details(OpenAct open) {
    return switch (open) {
      case OpenAct.Delivery delivery -> delivery.items().getFirst().last() ? "last" : "part";
      case OpenAct.MeasureTaken measure -> measure.measure().name();
      case OpenAct.Refusal refusal -> refusal.items().toString();
      default -> "";
    };
  }

  /** Reportable once a part of the item went out. */
  private static RequestCommand correct(RequestState state) {
    CorrectedItem changed = PlainCommands.corrected(1, RequestDraft.SUBSCRIBERS);
    return state.handedOver(1)
        ? PlainCommands.correctHanded(changed)
        : PlainCommands.correctItems(changed);
  }

  private static RequestCommand approve(RequestState state) {
    OpenAct open = state.open();
    return open == null
        ? Story.approveAcceptance(0)
        : PlainCommands.approve(open.kind(), open.prepared());
  }

  private static RequestCommand giveBack(RequestState state) {
    OpenAct open = state.open();
    return open == null
        ? PlainCommands.giveBack(ActKind.REFUSAL, ID)
        : PlainCommands.giveBack(open.kind(), open.prepared());
  }

  private static RequestCommand lost(RequestState state) {
    UUID delivery =
        state.dispatches().stream()
            .filter(dispatch -> dispatch.receipt() == null)
            .findFirst()
            .map(Dispatch::id)
            .orElse(ID);
    return new RecordReceipt(ID, delivery, ReceiptOutcome.FAILED, null, null, null);
  }

  private static UUID orNone(@Nullable UUID id) {
    return id == null ? ID : id;
  }
}
