package org.disclosureledger.service.reconciliation;

import java.util.List;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.RoomTable;
import org.disclosureledger.service.envelope.RoomTable.Column;
import org.disclosureledger.service.envelope.RoomTable.Row;
import org.disclosureledger.service.reconciliation.command.ReconciliationCommand;
import org.disclosureledger.service.reconciliation.event.ReconciliationEvents;

/** The command about a reconciliation in each of its states. */
public final class ReconciliationTable {
  private ReconciliationTable() {}

  public static RoomTable<?, ReconciliationCommand> of() {
    return new RoomTable<ReconciliationState, ReconciliationCommand>(
        "One reconciliation · Một lần đối chiếu",
        List.of(
            new Column<>("Chưa ghi", "Not recorded", ReconciliationState.EMPTY),
            new Column<>("Đã ghi", "Recorded", ReconciliationState.RECORDED)),
        List.of(
            new Row<>(
                ReconciliationDecisionTest.command(ReconciliationDecisionTest.TODAY, List.of()),
                "",
                "ghi kết quả đối chiếu",
                ActorRole.LEGAL)),
        new ReconciliationEvents(),
        (state, command, by) ->
            Reconciliation.decide(state, command, ReconciliationDecisionTest.context(by)));
  }
}
