package org.disclosureledger.service.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.Decided;
import org.disclosureledger.service.request.CommandColumns.Column;
import org.disclosureledger.service.request.CommandRows.Row;
import org.disclosureledger.service.request.Story.Person;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.RequestEvents;

/** What each command does in each state, found out by deciding it. */
final class CommandTable {
  private static final RequestEvents EVENTS = new RequestEvents();

  /** Rows of one command that are alike in all columns asked for. */
  record Line(List<Row> rows, List<Decided> cells) {}

  private CommandTable() {}

  static Decided cell(Column column, Row row) {
    RequestState state = Playback.after(column.story());
    return decide(state, row.step(state), column.story().steps().size(), row.world());
  }

  static List<Line> lines(List<Row> rows, List<Column> columns) {
    Map<String, Line> lines = new LinkedHashMap<>();
    for (Row row : rows) {
      List<Decided> cells = columns.stream().map(column -> cell(column, row)).toList();
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
      Decided cell = decide(state, step, LifeStories.ACCEPTING.steps().size(), row.world());
      open.put(role, cell.refusal() != RequestRule.ROLE_NOT_ALLOWED);
    }
    return open;
  }

  private static Decided decide(RequestState state, Step step, int index, TestCircumstances world) {
    CommandContext context = Story.context(index, step.by());
    return Decided.of(EVENTS, () -> DataRequest.decide(state, step.command(), context, world));
  }
}
