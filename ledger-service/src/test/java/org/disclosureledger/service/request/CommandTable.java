package org.disclosureledger.service.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.request.CommandColumns.Column;
import org.disclosureledger.service.request.CommandRows.Row;
import org.disclosureledger.service.request.Story.Person;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestEvents;
import org.jspecify.annotations.Nullable;

/** What each command does in each state, found out by deciding it. */
final class CommandTable {
  private static final Map<Class<?>, String> NAMES =
      new RequestEvents()
          .bindings().stream().collect(Collectors.toMap(EventBinding::payload, CommandTable::name));

  /** Either events, or the rule that refuses. */
  record Cell(List<Class<?>> events, @Nullable RefusalRule refusal) {
    @Override
    public String toString() {
      if (refusal != null) {
        return "✗ " + refusal.code();
      }
      return events.stream()
          .map(event -> "`" + NAMES.get(event) + "`")
          .collect(Collectors.joining(" + "));
    }
  }

  /** Rows of one command that are alike in all columns asked for. */
  record Line(List<Row> rows, List<Cell> cells) {}

  private CommandTable() {}

  static Cell cell(Column column, Row row) {
    RequestState state = Playback.after(column.story());
    return decide(state, row.step(state), column.story().steps().size());
  }

  static List<Line> lines(List<Row> rows, List<Column> columns) {
    Map<String, Line> lines = new LinkedHashMap<>();
    for (Row row : rows) {
      List<Cell> cells = columns.stream().map(column -> cell(column, row)).toList();
      lines
          .computeIfAbsent(row.command() + cells, unused -> new Line(new ArrayList<>(), cells))
          .rows()
          .add(row);
    }
    return List.copyOf(lines.values());
  }

  /** The roles to which a command is open, whatever the state then says. */
  static Map<ActorRole, Boolean> roles(Row row) {
    RequestState state = Playback.after(LifeStories.ACCEPTING);
    Map<ActorRole, Boolean> open = new HashMap<>();
    for (ActorRole role : ActorRole.values()) {
      Person person = new Person(role == ActorRole.SYSTEM ? null : Story.HOA.id(), role);
      Step step = Story.by(person, row.plain().apply(state));
      Cell cell = decide(state, step, LifeStories.ACCEPTING.steps().size());
      open.put(role, cell.refusal() != RequestRule.ROLE_NOT_ALLOWED);
    }
    return open;
  }

  private static Cell decide(RequestState state, Step step, int index) {
    CommandContext context = Story.context(index, step.by());
    try {
      List<ProposedEvent<RequestEvent>> events =
          DataRequest.decide(state, step.command(), context, TestCircumstances.WORLD);
      return new Cell(
          events.stream().<Class<?>>map(event -> event.event().getClass()).toList(), null);
    } catch (CommandRefused refused) {
      return new Cell(List.of(), refused.rule());
    }
  }

  private static String name(EventBinding binding) {
    return binding.type().replaceAll("^org\\.disclosureledger\\.|\\.v\\d+$", "");
  }
}
