package org.disclosureledger.service.request;

import java.util.List;
import org.disclosureledger.service.agency.AgencyRule;
import org.disclosureledger.service.agency.AgencyTable;
import org.disclosureledger.service.agency.command.AgencyCommand;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.envelope.RoomTable;
import org.disclosureledger.service.figures.FigureRule;
import org.disclosureledger.service.form.FormRule;
import org.disclosureledger.service.oversight.OversightRule;
import org.disclosureledger.service.oversight.OversightTable;
import org.disclosureledger.service.oversight.command.OversightCommand;
import org.disclosureledger.service.reconciliation.ReconciliationRule;
import org.disclosureledger.service.reconciliation.ReconciliationTable;
import org.disclosureledger.service.reconciliation.command.ReconciliationCommand;
import org.disclosureledger.service.report.ReportRule;
import org.disclosureledger.service.report.ReportTable;
import org.disclosureledger.service.report.command.ReportCommand;
import org.disclosureledger.service.request.content.RequestRule;

/** What else commands are given about, beside requests. */
final class CommandRooms {
  /**
   * @param commands the sealed interface of all there are
   */
  record Room(String title, String about, Class<?> commands, List<RoomTable<?, ?>> tables) {}

  /** Reasons that belong together. */
  record Reasons(String title, List<RefusalRule> rules) {
    static Reasons of(String title, RefusalRule[] rules) {
      return new Reasons(title, List.of(rules));
    }
  }

  private CommandRooms() {}

  static List<Room> all() {
    return List.of(
        new Room(
            "Agencies · Danh bạ cơ quan",
            """
            The register of agencies has a stream for each, which an administrator keeps. A contact
            (đầu mối) is a number or an address that somebody has checked, an officer (cán bộ) is
            who may act for the agency; neither is ever deleted, only retired. In *Ended* and
            *Succeeded* its last day, which is the day before the successor's first, has passed:
            what it has can be retired, and nothing is added. An amendment replaces all that
            identifies the agency and is tried without a last day, which a succeeded one must have.
            A successor said in error is corrected by naming the right one.
            """,
            AgencyCommand.class,
            List.of(AgencyTable.of())),
        new Room(
            "Inspections, drills, voluntary reports · Thanh tra, diễn tập, tin báo",
            """
            Each has a stream of its own and is recorded once. What was recorded in error is put
            right by two people: the first prepares all that it should say, with the reason, the
            second, who is somebody else, approves it or sends it back. One correction is open at a
            time, and each names the entry that recorded it; that entry stays, and so do the
            corrections. A correction that was sent back leaves *Recorded*, or *Corrected*, as it
            was. An inspection or a drill is recorded once its last day has begun. A report goes to
            an agency once, also while a correction is open.
            """,
            OversightCommand.class,
            List.copyOf(OversightTable.all())),
        new Room(
            "Reconciliations · Đối chiếu",
            """
            An agency's own list of its requests is compared with the register, and what was found
            is recorded, once, about days that have begun. Who compares again records another one.
            The list is read before the command is given, and may be refused by itself (`list-…`).
            """,
            ReconciliationCommand.class,
            List.of(ReconciliationTable.of())),
        new Room(
            "Reports · Báo cáo",
            """
            The figures of a half-year, of a year, or of a period of one's own are frozen once, as
            of an instant and a head; what came later goes to amendments. Nothing is frozen while a
            backlog does not add up or a request cannot be read on. Whichever version went to an
            agency is recorded with what receipt came back.
            """,
            ReportCommand.class,
            List.of(ReportTable.of())));
  }

  static List<Reasons> reasons() {
    return List.of(
        Reasons.of("Form of any command · Dạng của lệnh", FormRule.values()),
        Reasons.of("Requests · Yêu cầu", RequestRule.values()),
        Reasons.of("Agencies · Danh bạ cơ quan", AgencyRule.values()),
        Reasons.of(
            "Inspections, drills, voluntary reports · Thanh tra, diễn tập, tin báo",
            OversightRule.values()),
        Reasons.of("Reconciliations · Đối chiếu", ReconciliationRule.values()),
        Reasons.of("Reports · Báo cáo", ReportRule.values()),
        Reasons.of("Figures · Số liệu", FigureRule.values()));
  }
}
