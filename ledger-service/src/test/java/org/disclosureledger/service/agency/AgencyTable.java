package org.disclosureledger.service.agency;

import static org.disclosureledger.service.agency.AgencyStory.amend;
import static org.disclosureledger.service.agency.AgencyStory.contact;
import static org.disclosureledger.service.agency.AgencyStory.officer;
import static org.disclosureledger.service.agency.AgencyStory.register;
import static org.disclosureledger.service.agency.AgencyStory.retireContact;
import static org.disclosureledger.service.agency.AgencyStory.retireOfficer;
import static org.disclosureledger.service.agency.AgencyStory.succeed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.agency.command.AgencyCommand;
import org.disclosureledger.service.agency.event.AgencyEvents;
import org.disclosureledger.service.envelope.RoomTable;
import org.disclosureledger.service.envelope.RoomTable.Column;
import org.disclosureledger.service.envelope.RoomTable.Row;

/** An agency's commands in each of its states; its contact is step 1, its officer step 2. */
public final class AgencyTable {
  private static final LocalDate YESTERDAY = LocalDate.parse("2026-11-02");

  private AgencyTable() {}

  public static RoomTable<AgencyState, AgencyCommand> of() {
    return new RoomTable<>(
        "One agency · Một cơ quan",
        List.of(
            column("Chưa đăng ký", "Not registered"),
            column("Đã đăng ký", "Registered", register()),
            column("Có đầu mối và cán bộ", "With a contact and an officer", then()),
            column(
                "Đầu mối, cán bộ đã thôi",
                "Both retired",
                then(retireContact(1), retireOfficer(2, "2026-11-03"))),
            column("Hết hiệu lực", "Ended", then(amend(YESTERDAY))),
            column("Đã có cơ quan kế thừa", "Succeeded", then(succeed("2026-11-03")))),
        List.of(
            row(register(), "đăng ký cơ quan"),
            row(amend(null), "sửa thông tin"),
            row(succeed("2027-01-01"), "ghi cơ quan kế thừa"),
            row(contact(), "ghi đầu mối đã xác minh"),
            row(retireContact(1), "ngừng dùng đầu mối"),
            row(officer("2026-01-01"), "đăng ký cán bộ"),
            row(retireOfficer(2, "2026-12-01"), "cán bộ thôi nhiệm vụ")),
        new AgencyEvents(),
        (state, command, by) ->
            Agency.decide(state, command, AgencyStory.context((int) state.lastSequence() + 1, by)));
  }

  private static AgencyCommand[] then(AgencyCommand... more) {
    List<AgencyCommand> all =
        new ArrayList<>(List.of(register(), contact(), officer("2026-01-01")));
    all.addAll(List.of(more));
    return all.toArray(AgencyCommand[]::new);
  }

  private static Column<AgencyState> column(String vi, String en, AgencyCommand... given) {
    return new Column<>(vi, en, AgencyStory.after(List.of(given)));
  }

  private static Row<AgencyCommand> row(AgencyCommand command, String vi) {
    return new Row<>(command, "", vi, ActorRole.ADMIN);
  }
}
