package org.disclosureledger.service.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.RoomTable;
import org.disclosureledger.service.request.CommandColumns.Column;
import org.disclosureledger.service.request.CommandColumns.Group;
import org.disclosureledger.service.request.CommandRows.Row;
import org.disclosureledger.service.request.CommandTable.Line;
import org.disclosureledger.service.request.content.ActKind;

/** {@code docs/commands.md}: the table in words that a newcomer can read. */
final class CommandsPage {
  private static final String INTRO =
      """
      # Commands and states · Lệnh và trạng thái

      This page is computed by a test (`CommandTableTest`), which decides every command below in
      every state below and fails when the page says otherwise. Do not edit it; after a change of
      the rules write it anew with `-Dcommands.write=true` and review the difference.

      ## How to read it · Cách đọc

      A request (yêu cầu) has items (nội dung), one for each thing asked. Where an item stands is
      recorded by events; where the request stands follows from its items. Each table has one
      column for each state and one line for each command; what is the same in all of its columns
      stands below it. A cell names the events that the command
      appends, or after ✗ why it is refused; [the reasons](#reasons--lý-do-từ-chối-lệnh) stand at
      the end. Each command is tried in its plainest form on one example: an emergency sent by
      letter from an agency of our register, whose item 1 asks for two subscribers' data, item 2
      for figures and item 3 for the suspension of two services. What a command says can still be
      refused for other reasons (a scope too wide, a time too early); those are the tests' to show.

      Most of the page is about requests. [Agencies](#agencies--danh-bạ-cơ-quan),
      [inspections, drills, voluntary reports](#inspections-drills-voluntary-reports--thanh-tra-diễn-tập-tin-báo),
      [reconciliations](#reconciliations--đối-chiếu) and [reports](#reports--báo-cáo), the last two
      of which have one person's commands only, follow behind them with tables of their own.

      What holds for every request:

      - **Two people.** An act marked ⚯ takes two: one prepares, another approves or returns it,
        never the same and never the system. One act waits at a time. What is approved is checked
        again as things stand then.
      - **Authority** (thẩm quyền) is verified before anything is accepted, handed over, searched
        for or done, and still holds when the second person approves. Only refusing, asking,
        extending and giving back need none.
      - **No way round.** Reopening, correcting an item and correcting the agency each ask for the
        verification or the acceptance anew. Links, errors, reminders, obstacles and documents
        change nothing of where a request stands.
      - **Times** are claimed by people and never lie before what they follow; due times and
        extensions go by the ledger's own clock.
      - **Secrecy** (độ mật) above Thường: every text and file is refused
        (`secrecy-forbids-content`), and reasons are then not asked for.
      - Closed requests take only what comes to light later: a receipt, a correction that touches no
        item, the end of a measure, a late written confirmation, links, errors, reminders, documents,
        and reopening. A delivery that fails after closing opens its items and not the request: all
        else is refused (`reopening-first`) until it is reopened.
      """;

  private static final String DERIVED =
      """
      The request's state follows, first line that fits: closed; every item answered, then
      *disclosed* if any item was (*received by the agency* once every delivery that did not fail
      is acknowledged), else *measure taken*, else *no data*, else *rejected*, else *cancelled*;
      a question open; any item in part, or some answered by data or a measure and others open;
      any item approved in an emergency; any approved; any check of authority; received. Overdue is
      no state: it is a view of the clock.
      """;

  private final StringBuilder page = new StringBuilder();

  private CommandsPage() {}

  static String write() {
    CommandsPage page = new CommandsPage();
    page.page.append(INTRO);
    page.states();
    page.acts();
    page.commands();
    page.tables();
    CommandRooms.all().forEach(page::room);
    page.reasons();
    return page.page.toString();
  }

  private void states() {
    heading("Item states · Trạng thái nội dung");
    text("ETSI is the name that TS 103 120 has for the state of a task, or the nearest one.");
    table(
        List.of("Code", "Tiếng Việt", "English", "ETSI TS 103 120", "Answered"),
        Stream.of(ItemState.values())
            .map(state ->
                List.of(
                    code(state.name()),
                    state.vi(),
                    state.en(),
                    state.etsi(),
                    state.terminal() ? "✓" : ""))
            .toList());
    heading("Request states · Trạng thái yêu cầu");
    table(
        List.of("Code", "Tiếng Việt", "English", "ETSI TS 103 120"),
        Stream.of(RequestStatus.values())
            .map(status -> List.of(code(status.name()), status.vi(), status.en(), status.etsi()))
            .toList());
    page.append('\n').append(DERIVED);
  }

  private void acts() {
    heading("Acts of two people ⚯ · Việc cần hai người");
    table(
        List.of("Act", "Tiếng Việt", "English", "First", "Second"),
        Stream.of(ActKind.values())
            .map(act ->
                List.of(code(act.name()), act.vi(), act.en(), "legal or approver", "approver"))
            .toList());
  }

  private void commands() {
    heading("Commands, and who may give them · Lệnh và người được ra lệnh");
    List<String> header = new ArrayList<>(List.of("Command", "Tiếng Việt", "Needs"));
    Stream.of(ActorRole.values()).map(ActorRole::code).forEach(header::add);
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (Row row : CommandRows.all()) {
      boolean second = !row.variant().isEmpty() && row.command().endsWith("Act");
      List<String> cells = new ArrayList<>();
      cells.add(code(row.command()) + (second ? "" : variant(row)));
      cells.add(
          second ? row.command().startsWith("Approve") ? "duyệt việc" : "trả lại việc" : row.vi());
      cells.add(row.needs());
      Map<ActorRole, Boolean> roles = CommandTable.roles(row);
      Stream.of(ActorRole.values())
          .forEach(role -> cells.add(roles.getOrDefault(role, false) ? "✓" : ""));
      lines.putIfAbsent(cells.getFirst(), cells);
    }
    table(header, List.copyOf(lines.values()));
  }

  private void tables() {
    heading("What each command does · Lệnh làm gì");
    List<Row> differing = exceptAlwaysAlike();
    for (Group group : CommandColumns.all()) {
      page.append("\n### ").append(group.title()).append("\n\n").append(group.about()).append('\n');
      List<String> header = new ArrayList<>(List.of("Command"));
      for (Column column : group.columns()) {
        header.add(column.vi() + "<br>" + column.en());
      }
      List<List<String>> lines = new ArrayList<>();
      Map<String, List<String>> alike = new LinkedHashMap<>();
      for (Line line : CommandTable.lines(differing, group.columns())) {
        String first = line.cells().getFirst().toString();
        if (Set.copyOf(line.cells()).size() == 1) {
          alike.computeIfAbsent(first, unused -> new ArrayList<>()).add(name(line));
        } else {
          List<String> cells = new ArrayList<>(List.of(name(line)));
          line.cells().forEach(cell -> cells.add(cell.toString()));
          lines.add(cells);
        }
      }
      table(header, lines);
      if (!alike.isEmpty()) {
        text("The same in each of these columns:\n");
        alike.forEach((cell, names) ->
            page.append("- ")
                .append(cell)
                .append(": ")
                .append(String.join("; ", names))
                .append('\n'));
      }
    }
  }

  /** Says what some commands do wherever a request stands, and leaves the others. */
  private List<Row> exceptAlwaysAlike() {
    List<Column> recorded =
        CommandColumns.all().stream()
            .flatMap(group -> group.columns().stream())
            .filter(column -> !column.story().steps().isEmpty())
            .toList();
    List<Row> differing = new ArrayList<>();
    text(
        "Before it is recorded, a request takes `RecordRequest` alone. Once it is, in every state"
            + " and in each column below:\n");
    for (Line line : CommandTable.lines(CommandRows.all(), recorded)) {
      if (Set.copyOf(line.cells()).size() == 1) {
        page.append("- ").append(name(line)).append(": ").append(line.cells().getFirst());
        page.append('\n');
      } else {
        differing.addAll(line.rows());
      }
    }
    return differing;
  }

  private void room(CommandRooms.Room room) {
    heading(room.title());
    page.append('\n').append(room.about());
    for (RoomTable<?, ?> table : room.tables()) {
      if (room.tables().size() > 1) {
        page.append("\n### ").append(table.title()).append('\n');
      }
      room(table);
    }
  }

  private <S, C> void room(RoomTable<S, C> table) {
    List<String> header = new ArrayList<>(List.of("Command", "Tiếng Việt", "By"));
    table.columns().forEach(column -> header.add(column.vi() + "<br>" + column.en()));
    List<List<String>> lines = new ArrayList<>();
    for (RoomTable.Row<C> row : table.rows()) {
      String variant = row.variant().isEmpty() ? "" : ": " + row.variant();
      List<String> cells = new ArrayList<>(List.of(code(row.name()) + variant, row.vi()));
      cells.add(table.roles(row).stream().map(ActorRole::code).collect(Collectors.joining(" or ")));
      table.cells(row).forEach(cell -> cells.add(cell.toString()));
      lines.add(cells);
    }
    table(header, lines);
  }

  private void reasons() {
    heading("Reasons · Lý do từ chối lệnh");
    text("As problem types (RFC 9457), with the HTTP status of the answer.");
    for (CommandRooms.Reasons reasons : CommandRooms.reasons()) {
      page.append("\n### ").append(reasons.title()).append('\n');
      table(
          List.of("Code", "HTTP", "Tiếng Việt", "English"),
          reasons.rules().stream()
              .map(rule ->
                  List.of(
                      code(rule.code()),
                      String.valueOf(rule.status()),
                      rule.titleVi(),
                      rule.titleEn()))
              .toList());
    }
  }

  /** The command, and which of its rows if not all. */
  private static String name(Line line) {
    String command = line.rows().getFirst().command();
    long all = CommandRows.all().stream().filter(row -> row.command().equals(command)).count();
    if (line.rows().size() == all) {
      return code(command);
    }
    boolean most = line.rows().size() > all / 2 && all > 2;
    return code(command)
        + (most
            ? ": other acts"
            : line.rows().stream().map(Row::variant).collect(Collectors.joining(", ", ": ", "")));
  }

  private static String variant(Row row) {
    return row.variant().isEmpty() ? "" : ": " + row.variant();
  }

  private static String code(String name) {
    return "`" + name + "`";
  }

  private void heading(String heading) {
    page.append("\n## ").append(heading).append('\n');
  }

  private void text(String text) {
    page.append('\n').append(text).append('\n');
  }

  private void table(List<String> header, List<List<String>> lines) {
    page.append('\n');
    line(header);
    line(header.stream().map(unused -> "---").toList());
    lines.forEach(this::line);
  }

  private void line(List<String> cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
