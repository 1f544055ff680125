package org.disclosureledger.service.oversight;

import static org.disclosureledger.service.oversight.OversightSteps.NOW;
import static org.disclosureledger.service.oversight.OversightSteps.TODAY;
import static org.disclosureledger.service.oversight.OversightSteps.approve;
import static org.disclosureledger.service.oversight.OversightSteps.by;
import static org.disclosureledger.service.oversight.OversightSteps.context;
import static org.disclosureledger.service.oversight.OversightSteps.correct;
import static org.disclosureledger.service.oversight.OversightSteps.drill;
import static org.disclosureledger.service.oversight.OversightSteps.drilled;
import static org.disclosureledger.service.oversight.OversightSteps.forward;
import static org.disclosureledger.service.oversight.OversightSteps.giveBack;
import static org.disclosureledger.service.oversight.OversightSteps.inspected;
import static org.disclosureledger.service.oversight.OversightSteps.inspection;
import static org.disclosureledger.service.oversight.OversightSteps.notice;
import static org.disclosureledger.service.oversight.OversightSteps.noticed;

import java.util.List;
import java.util.stream.Stream;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.envelope.RoomTable;
import org.disclosureledger.service.envelope.RoomTable.Column;
import org.disclosureledger.service.envelope.RoomTable.Row;
import org.disclosureledger.service.oversight.command.OversightCommand;
import org.disclosureledger.service.oversight.content.OversightContent;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.disclosureledger.service.oversight.event.OversightEvent;
import org.disclosureledger.service.oversight.event.OversightEvents;

/** The commands about inspections, drills and voluntary reports in each of their states. */
public final class OversightTable {
  private static final String AGENCY = "CA-VI-DU";

  private OversightTable() {}

  public static List<RoomTable<?, OversightCommand>> all() {
    return List.of(
        table(
            "An inspection · Thanh tra, kiểm tra",
            columns(inspection(TODAY), inspected(TODAY), List.of()),
            row(inspection(TODAY), "", "ghi thanh tra"),
            row(correct(inspected(TODAY)), "", "trình đính chính thanh tra"),
            row(approve(OversightKind.INSPECTION, 1), "", "duyệt đính chính"),
            row(giveBack(OversightKind.INSPECTION, 1), "", "trả lại đính chính")),
        table(
            "A drill · Diễn tập",
            columns(drill(TODAY), drilled(TODAY), List.of()),
            row(drill(TODAY), "", "ghi diễn tập"),
            row(correct(drilled(TODAY)), "", "trình đính chính diễn tập"),
            row(approve(OversightKind.DRILL, 1), "", "duyệt đính chính"),
            row(giveBack(OversightKind.DRILL, 1), "", "trả lại đính chính")),
        table(
            "A voluntary report · Tin báo",
            columns(
                notice(NOW),
                noticed(NOW),
                List.of(
                    new Column<>("Đã chuyển", "Forwarded", after(notice(NOW), forward(AGENCY))))),
            row(notice(NOW), "", "ghi tin báo"),
            row(correct(noticed(NOW)), "", "trình đính chính tin báo"),
            row(approve(OversightKind.NOTICE, 1), "", "duyệt đính chính"),
            row(giveBack(OversightKind.NOTICE, 1), "", "trả lại đính chính"),
            row(forward(AGENCY), "to an agency", "chuyển tin báo"),
            row(forward("VKS-VI-DU"), "to another", "chuyển cho cơ quan khác")));
  }

  private static List<Column<OversightState>> columns(
      OversightCommand recorded, OversightContent content, List<Column<OversightState>> more) {
    OversightCommand prepared = correct(content);
    List<Column<OversightState>> columns =
        List.of(
            new Column<>("Chưa ghi", "Not recorded", OversightState.EMPTY),
            new Column<>("Đã ghi", "Recorded", after(recorded)),
            new Column<>("Chờ duyệt đính chính", "Correction open", after(recorded, prepared)),
            new Column<>(
                "Đã đính chính",
                "Corrected",
                after(recorded, prepared, approve(content.kind(), 1))));
    return Stream.concat(columns.stream(), more.stream()).toList();
  }

  @SafeVarargs
  private static RoomTable<OversightState, OversightCommand> table(
      String title, List<Column<OversightState>> columns, Row<OversightCommand>... rows) {
    return new RoomTable<>(
        title,
        columns,
        List.of(rows),
        new OversightEvents(),
        (state, command, role) ->
            Oversight.decide(
                state, command, context((int) state.lastSequence() + 1, role, command)));
  }

  private static Row<OversightCommand> row(OversightCommand command, String variant, String vi) {
    return new Row<>(command, variant, vi, by(command));
  }

  private static OversightState after(OversightCommand... commands) {
    OversightState state = OversightState.EMPTY;
    for (OversightCommand command : commands) {
      long sequence = state.lastSequence() + 1;
      CommandContext context = context((int) sequence, by(command), command);
      ProposedEvent<OversightEvent> event = Oversight.decide(state, command, context).getFirst();
      state = state.evolve(event.event(), header(event, command, context, sequence));
    }
    return state;
  }

  private static EventHeader header(
      ProposedEvent<OversightEvent> event,
      OversightCommand command,
      CommandContext context,
      long sequence) {
    return new EventHeader(
        event.id(),
        context.ledger(),
        command.stream(),
        new OversightEvents()
            .bindings().stream()
                .filter(binding -> binding.payload() == event.event().getClass())
                .map(EventBinding::type)
                .findFirst()
                .orElseThrow(),
        event.time(),
        context.now(),
        context.actor(),
        context.role(),
        null,
        sequence,
        EventHeader.UNSEALED,
        EventHeader.UNSEALED);
  }
}
