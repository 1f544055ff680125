package org.disclosureledger.service.report;

import java.util.List;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.RoomTable;
import org.disclosureledger.service.envelope.RoomTable.Column;
import org.disclosureledger.service.envelope.RoomTable.Row;
import org.disclosureledger.service.report.command.ReportCommand;
import org.disclosureledger.service.report.event.ReportEvents;

/** The commands about a report in each of its states. */
public final class ReportTable {
  private ReportTable() {}

  public static RoomTable<?, ReportCommand> of() {
    ReportState frozen = ReportDecisionTest.frozen();
    return new RoomTable<ReportState, ReportCommand>(
        "One report · Một báo cáo",
        List.of(
            new Column<>("Chưa chốt", "Not frozen", ReportState.EMPTY),
            new Column<>("Đã chốt", "Frozen", frozen)),
        List.of(
            new Row<>(ReportDecisionTest.freeze(), "", "chốt báo cáo", ActorRole.SUPERVISOR),
            new Row<>(ReportDecisionTest.amend(), "", "bổ sung báo cáo", ActorRole.SUPERVISOR),
            new Row<>(ReportDecisionTest.submit(frozen), "", "ghi việc gửi", ActorRole.SUPERVISOR)),
        new ReportEvents(),
        (state, command, by) ->
            Report.decide(state, command, ReportDecisionTest.context(by), null));
  }
}
