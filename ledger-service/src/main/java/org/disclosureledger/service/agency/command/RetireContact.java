package org.disclosureledger.service.agency.command;

import java.util.UUID;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.form.Form;

/** Ends the use of a contact. */
public record RetireContact(AgencyCode agency, UUID contact) implements AgencyCommand {

  public RetireContact {
    agency = Form.required("agency", agency);
    contact = Form.required("contact", contact);
  }
}
