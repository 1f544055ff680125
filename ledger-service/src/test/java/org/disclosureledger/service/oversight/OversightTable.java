package org.disclosureledger.service.oversight;

import static org.disclosureledger.service.oversight.OversightDecisionTest.NOW;
import static org.disclosureledger.service.oversight.OversightDecisionTest.TODAY;
import static org.disclosureledger.service.oversight.OversightDecisionTest.by;
import static org.disclosureledger.service.oversight.OversightDecisionTest.context;
import static org.disclosureledger.service.oversight.OversightDecisionTest.drill;
import static org.disclosureledger.service.oversight.OversightDecisionTest.forward;
import static org.disclosureledger.service.oversight.OversightDecisionTest.inspection;
import static org.disclosureledger.service.oversight.OversightDecisionTest.notice;

import java.util.List;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.envelope.RoomTable;
import org.disclosureledger.service.envelope.RoomTable.Column;
import org.disclosureledger.service.envelope.RoomTable.Row;
import org.disclosureledger.service.oversight.command.OversightCommand;
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
            List.of(none(), recorded(inspection(false, TODAY))),
            row(inspection(false, TODAY), "", "ghi thanh tra"),
            row(inspection(true, TODAY), "a correction", "sửa thanh tra")),
        table(
            "A drill · Diễn tập",
            List.of(none(), recorded(drill(false, TODAY))),
            row(drill(false, TODAY), "", "ghi diễn tập"),
            row(drill(true, TODAY), "a correction", "sửa diễn tập")),
        table(
            "A voluntary report · Tin báo",
            List.of(
                none(),
                recorded(notice(false, NOW)),
                new Column<>("Đã chuyển", "Forwarded", after(notice(false, NOW), forward(AGENCY)))),
            row(notice(false, NOW), "", "ghi tin báo"),
            row(notice(true, NOW), "a correction", "sửa tin báo"),
            row(forward(AGENCY), "to an agency", "chuyển tin báo"),
            row(forward("VKS-VI-DU"), "to another", "chuyển cho cơ quan khác")));
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
            Oversight.decide(state, command, context((int) state.lastSequence() + 1, role)));
  }

  private static Row<OversightCommand> row(OversightCommand command, String variant, String vi) {
    return new Row<>(command, variant, vi, by(command));
  }

  private static Column<OversightState> none() {
    return new Column<>("Chưa ghi", "Not recorded", OversightState.EMPTY);
  }

  private static Column<OversightState> recorded(OversightCommand command) {
    return new Column<>("Đã ghi", "Recorded", after(command));
  }

  private static OversightState after(OversightCommand... commands) {
    OversightState state = OversightState.EMPTY;
    for (OversightCommand command : commands) {
      long sequence = state.lastSequence() + 1;
      CommandContext context = context((int) sequence, by(command));
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
