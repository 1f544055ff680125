package org.disclosureledger.service.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.deadline.ClockKind;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.deadline.ExampleCalendar;
import org.disclosureledger.service.deadline.PolicyAdopted;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.deadline.PolicyRow;
import org.disclosureledger.service.deadline.WorkingCalendar;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.Story.Person;
import org.disclosureledger.service.request.command.RecomputeDeadline;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;

/** One request about figures, under one policy and then another; times are of Vietnam. */
final class Recounted {
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(ExampleCalendar.ID, ExampleCalendar.year2026());

  RequestState state = RequestState.EMPTY;
  PolicyInForce policy;
  private Instant now = Instant.EPOCH;
  private int ids;
  private int policies;

  Recounted(String rows) {
    policy = policy(rows);
  }

  /**
   * Each row as {@code STATUTORY 24 h}, {@code SERVICE 5 days}, and if need be {@code from D} and
   * {@code to D}, with a comma between rows.
   */
  PolicyInForce policy(String rows) {
    List<PolicyRow> all = new ArrayList<>();
    for (String row : rows.split(", ")) {
      List<String> words = Arrays.asList(row.split(" "));
      all.add(row("row-" + all.size(), words));
    }
    UUID id = new UUID(0x01980000_0000_7000L, 0x8000_0000_0009_0000L + policies++);
    return PolicyInForce.of(id, new PolicyAdopted(all)).with(CALENDAR);
  }

  private static PolicyRow row(String id, List<String> words) {
    int number = Integer.parseInt(words.get(1));
    boolean hours = words.get(2).equals("h");
    return new PolicyRow(
        id,
        LocalDate.parse(after(words, "from", "2025-01-01")),
        words.contains("to") ? LocalDate.parse(after(words, "to", "")) : null,
        "Điều mẫu",
        "Sample article",
        true,
        List.of(ItemKind.valueOf(after(words, "of", "FIGURES"))),
        words.contains("emergency") ? Boolean.TRUE : null,
        DeadlinePurpose.ANSWER,
        ClockKind.valueOf(words.getFirst()),
        hours ? number : null,
        hours ? null : number);
  }

  private static String after(List<String> words, String word, String otherwise) {
    int at = words.indexOf(word);
    return at < 0 ? otherwise : words.get(at + 1);
  }

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(LedgerZone.ID).toInstant();
  }

  /** Recorded as it came in. */
  Recounted recorded(String receivedAt, Consumer<RequestDraft> change) {
    RequestDraft draft = new RequestDraft();
    draft.receivedAt = at(receivedAt);
    draft.documentDate = null;
    draft.items = List.of(RequestDraft.FIGURES);
    change.accept(draft);
    now = at(receivedAt);
    give(Story.LINH, draft.build());
    return this;
  }

  Recounted recorded(String receivedAt) {
    return recorded(receivedAt, draft -> {});
  }

  List<RequestEvent> at(String local, Person person, RequestCommand command) {
    now = at(local);
    return give(person, command);
  }

  List<RequestEvent> give(Person person, RequestCommand command) {
    CommandContext context =
        new CommandContext(
            "demo",
            person.actor(),
            person.role(),
            now,
            () -> new UUID(0x01980000_0000_7000L, 0x8000_0000_0000_1000L + ids++),
            null);
    List<ProposedEvent<RequestEvent>> events =
        DataRequest.decide(
            state, command, context, new TestCircumstances(policy, Map.of(), Set.of()));
    state = Playback.evolve(state, events, command, context);
    return events.stream().map(ProposedEvent::event).toList();
  }

  /** Asked and answered, as {@code from/to from/to}; gives what came with the last answer. */
  List<RequestEvent> paused(String pauses) {
    List<RequestEvent> events = List.of();
    for (String pause : pauses.isBlank() ? new String[0] : pauses.split(" ")) {
      String[] ends = pause.split("/");
      at(ends[0], Story.LINH, PlainCommands.ask());
      UUID asked = Objects.requireNonNull(state.clock().question());
      events = at(ends[1], Story.LINH, PlainCommands.answer(asked));
    }
    return events;
  }

  /** Under another policy, as the system does it. */
  DeadlineSet under(String rows) {
    policy = policy(rows);
    return recomputed();
  }

  DeadlineSet recomputed() {
    return (DeadlineSet) give(Story.TIMER, new RecomputeDeadline(RequestDraft.ID)).getFirst();
  }

  @Nullable Instant due() {
    return state.clock().due();
  }
}
