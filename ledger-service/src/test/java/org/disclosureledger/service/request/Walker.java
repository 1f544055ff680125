package org.disclosureledger.service.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.Story.Person;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.ReceiveClarification;
import org.disclosureledger.service.request.command.ReopenRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.vocabulary.ClarificationOutcome;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.jspecify.annotations.Nullable;

/** One request on its way, watched at every step. */
final class Walker {
  private final boolean secret;
  private final Watch watch;
  private RequestState state;
  private Instant now;
  private long ids;

  Walker(boolean secret) {
    this(secret, new Watch(), RequestState.EMPTY, RequestDraft.T0, 0);
  }

  private Walker(boolean secret, Watch watch, RequestState state, Instant now, long ids) {
    this.secret = secret;
    this.watch = watch;
    this.state = state;
    this.now = now;
    this.ids = ids;
  }

  Walker copy() {
    return new Walker(secret, new Watch(watch), state, now, ids);
  }

  RequestState state() {
    return state;
  }

  Watch watch() {
    return watch;
  }

  Instant now() {
    return now;
  }

  boolean secret() {
    return secret;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /**
   * @throws CommandRefused and then nothing has happened
   */
  List<ProposedEvent<RequestEvent>> give(Person person, RequestCommand command) {
    CommandContext context =
        new CommandContext(
            "demo",
            person.actor(),
            person.role(),
            now,
            () -> new UUID(0x01980000_0000_7000L, 0x8000_0000_0000_1000L + ids++),
            null);
    List<ProposedEvent<RequestEvent>> events =
        DataRequest.decide(state, command, context, TestCircumstances.WORLD);
    RequestState after = Playback.evolve(state, events, command, context);
    watch.see(state, events, context, after);
    state = after;
    pass(Duration.ofMinutes(1));
    return events;
  }

  /** Whatever stands, it can be sent back, refused, withdrawn and closed. */
  void closeByThePlainPath() {
    if (state.closed() && state.answered()) {
      return;
    }
    OpenAct open = state.open();
    if (open != null) {
      give(
          otherThan(open),
          new ReturnAct(RequestDraft.ID, open.kind(), open.prepared(), text("Trả lại"), null));
    }
    if (state.closed()) {
      give(
          Story.LINH,
          new ReopenRequest(RequestDraft.ID, lost(), text("Không đến nơi"), null, null));
    }
    if (!state.answered()) {
      give(
          Story.LINH,
          new PrepareRefusal(
              RequestDraft.ID,
              List.of(),
              List.of(RefusalGround.OTHER),
              text("Không đủ căn cứ"),
              null));
      OpenAct refusal = state.open();
      if (refusal == null) {
        throw new IllegalStateException("a refusal was prepared");
      }
      give(Story.MINH, PlainCommands.approve(ActKind.REFUSAL, refusal.prepared()));
    }
    UUID question = state.clock().question();
    if (question != null) {
      give(
          Story.LINH,
          new ReceiveClarification(
              RequestDraft.ID, question, ClarificationOutcome.WITHDRAWN, null, null));
    }
    give(Story.LINH, new CloseRequest(RequestDraft.ID, null, null));
  }

  private List<Integer> lost() {
    return state.items().stream()
        .filter(item -> !item.state().terminal())
        .map(ItemProgress::ordinal)
        .toList();
  }

  static Person otherThan(OpenAct open) {
    return open.preparer().equals(Story.MINH.actor()) ? Story.HOA : Story.MINH;
  }

  /** Above secrecy Thường nothing is said. */
  @Nullable String text(String text) {
    return secret ? null : text;
  }
}
