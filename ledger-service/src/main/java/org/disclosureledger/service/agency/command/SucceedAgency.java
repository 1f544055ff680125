package org.disclosureledger.service.agency.command;

import java.time.LocalDate;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.form.Form;

/**
 * Says which agency takes over, or corrects what was said of it.
 *
 * @param successor its code; it need not be registered yet
 * @param from first day of the successor; the last day of this agency is the day before
 */
public record SucceedAgency(AgencyCode agency, AgencyCode successor, LocalDate from)
    implements AgencyCommand {

  public SucceedAgency {
    agency = Form.required("agency", agency);
    successor = Form.required("successor", successor);
    from = Form.date("from", from);
  }
}
