package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.messageWithPayload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.disclosureledger.service.envelope.Decided;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.envelope.RoomTable;
import org.disclosureledger.service.request.CommandColumns.Column;
import org.disclosureledger.service.request.CommandRooms.Room;
import org.disclosureledger.service.request.CommandRows.Row;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.RequestRule;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandTableTest {
  private static final Path PAGE = Path.of("..", "docs", "commands.md");

  static Stream<Column> columns() {
    return Stream.concat(
        Stream.of(CommandColumns.NONE),
        CommandColumns.all().stream().flatMap(group -> group.columns().stream()));
  }

  /** The page is what was reviewed. A change of the rules shows as a difference to it. */
  @Test
  void thePageSaysWhatIsDecided() throws IOException {
    String page = CommandsPage.write();
    if (Boolean.getBoolean("commands.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  @ParameterizedTest
  @MethodSource("columns")
  void theAggregateDoesWhatEveryCellOfTheColumnSays(Column column) {
    RequestState state = Playback.after(column.story());
    int next = column.story().steps().size();
    for (Row row : CommandRows.all()) {
      Decided cell = CommandTable.cell(column, row);
      var when =
          DataRequestAggregateTest.given(column.story())
              .when(DataRequestAggregateTest.message(next, row.step(state), null, row.world()));
      RefusalRule refusal = cell.refusal();
      if (refusal == null) {
        List<Matcher<? super EventMessage<?>>> expected = new ArrayList<>();
        cell.events().forEach(type -> expected.add(messageWithPayload(Matchers.any(type))));
        when.expectSuccessfulHandlerExecution()
            .expectEventsMatching(exactSequenceOf(expected.toArray(Matcher[]::new)));
      } else {
        when.expectNoEvents()
            .expectException(
                Matchers.hasProperty("message", Matchers.startsWith(refusal.code() + ":")));
      }
    }
  }

  @Test
  void beforeItIsRecordedThereIsNothingToDoButThat() {
    for (Row row : CommandRows.all()) {
      Decided cell = CommandTable.cell(CommandColumns.NONE, row);
      assertThat(cell.refusal())
          .as(row.toString())
          .isEqualTo(row.command().equals("RecordRequest") ? null : RequestRule.REQUEST_NOT_FOUND);
    }
  }

  @Test
  void everyStateThatARequestCanHaveIsAColumn() {
    Set<RequestStatus> reached = EnumSet.noneOf(RequestStatus.class);
    columns().forEach(column -> reached.add(Playback.after(column.story()).status()));
    assertThat(reached).containsExactlyInAnyOrder(RequestStatus.values());
    Set<ActKind> waiting = EnumSet.noneOf(ActKind.class);
    columns()
        .map(column -> Playback.after(column.story()).open())
        .filter(open -> open != null)
        .forEach(open -> waiting.add(open.kind()));
    assertThat(waiting).containsExactlyInAnyOrder(ActKind.values());
  }

  @Test
  void aColumnNamedAfterAStateIsOfThatState() {
    for (RequestStatus status : RequestStatus.values()) {
      assertThat(columns().filter(column -> column.en().equals(status.en())))
          .as(status.name())
          .singleElement()
          .satisfies(
              column -> assertThat(Playback.after(column.story()).status()).isEqualTo(status));
    }
  }

  @Test
  void everyCommandIsARow() {
    assertThat(CommandRows.all().stream().map(Row::command).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(RequestCommand.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
    RequestState state = Playback.after(LifeStories.PARTIAL);
    for (Row row : CommandRows.all()) {
      assertThat(row.plain().apply(state).getClass().getSimpleName()).isEqualTo(row.command());
    }
  }

  @Test
  void everyCommandSucceedsSomewhereAndIsRefusedSomewhere() {
    for (Row row : CommandRows.all()) {
      List<Decided> cells = columns().map(column -> CommandTable.cell(column, row)).toList();
      assertThat(cells).as(row.toString()).anyMatch(cell -> cell.refusal() == null);
      assertThat(cells).as(row.toString()).anyMatch(cell -> cell.refusal() != null);
    }
  }

  @Test
  void everyCommandOfTheOtherRoomsIsARowThatSucceedsSomewhereAndIsRefusedSomewhere() {
    for (Room room : CommandRooms.all()) {
      Set<String> rows = new TreeSet<>();
      room.tables().forEach(table -> rows.addAll(decidedBothWays(table)));
      assertThat(rows)
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(room.commands().getPermittedSubclasses())
                  .map(Class::getSimpleName)
                  .toList());
    }
  }

  private static <S, C> List<String> decidedBothWays(RoomTable<S, C> table) {
    for (RoomTable.Row<C> row : table.rows()) {
      List<Decided> cells = table.cells(row);
      assertThat(cells).as(row.name()).anyMatch(cell -> cell.refusal() == null);
      assertThat(cells).as(row.name()).anyMatch(cell -> cell.refusal() != null);
      assertThat(table.roles(row)).as(row.name()).contains(row.by());
    }
    return table.rows().stream().map(RoomTable.Row::name).toList();
  }
}
