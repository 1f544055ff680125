package org.disclosureledger.service.request;

import java.util.List;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestEvents;

/** Runs commands through decide and evolve, without Axon and without a ledger. */
public final class Playback {
  private static final List<EventBinding> BINDINGS = new RequestEvents().bindings();

  private Playback() {}

  /** Every recorded request that the page of commands has a column for. */
  public static List<RequestState> everywhere() {
    return CommandColumns.all().stream()
        .flatMap(group -> group.columns().stream())
        .map(column -> after(column.story()))
        .filter(RequestState::exists)
        .toList();
  }

  static RequestState after(Story story) {
    RequestState state = RequestState.EMPTY;
    for (int k = 0; k < story.steps().size(); k++) {
      Step step = story.steps().get(k);
      CommandContext context = Story.context(k, step.by());
      state =
          evolve(
              state,
              DataRequest.decide(state, step.command(), context, TestCircumstances.WORLD),
              step.command(),
              context);
    }
    return state;
  }

  static RequestState evolve(
      RequestState before,
      List<ProposedEvent<RequestEvent>> events,
      RequestCommand command,
      CommandContext context) {
    RequestState state = before;
    for (ProposedEvent<RequestEvent> event : events) {
      state = state.evolve(event.event(), header(state, event, command, context));
    }
    return state;
  }

  private static EventHeader header(
      RequestState state,
      ProposedEvent<RequestEvent> event,
      RequestCommand command,
      CommandContext context) {
    String type =
        BINDINGS.stream()
            .filter(binding -> binding.payload() == event.event().getClass())
            .findFirst()
            .orElseThrow()
            .type();
    return new EventHeader(
        event.id(),
        context.ledger(),
        new StreamId("request/" + command.requestId()),
        type,
        event.time(),
        context.now(),
        event.actor(context),
        event.role(context),
        null,
        state.lastSequence() + 1,
        EventHeader.UNSEALED,
        EventHeader.UNSEALED);
  }
}
