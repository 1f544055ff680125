package org.disclosureledger.service.agency.command;

import java.time.LocalDate;
import java.util.UUID;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.form.Form;

/**
 * Ends what an officer may do for the agency.
 *
 * @param from first day on which the officer no longer acts for it
 */
public record RetireOfficer(AgencyCode agency, UUID officer, LocalDate from)
    implements AgencyCommand {

  public RetireOfficer {
    agency = Form.required("agency", agency);
    officer = Form.required("officer", officer);
    from = Form.date("from", from);
  }
}
