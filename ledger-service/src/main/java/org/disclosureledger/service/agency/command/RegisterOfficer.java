package org.disclosureledger.service.agency.command;

import java.time.LocalDate;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * Adds somebody who may act for the agency.
 *
 * @param validFrom first day, Asia/Ho_Chi_Minh
 * @param validUntil last day, included; absent while none is known
 */
public record RegisterOfficer(
    AgencyCode agency,
    String name,
    @Nullable String position,
    LocalDate validFrom,
    @Nullable LocalDate validUntil)
    implements AgencyCommand {

  public RegisterOfficer {
    agency = Form.required("agency", agency);
    name = Form.name("name", MAX_NAME, name);
    position = Form.text("position", position);
    validFrom = Form.date("validFrom", validFrom);
    validUntil = Form.optionalDate("validUntil", validUntil);
    Form.inOrder(validFrom, validUntil);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "RegisterOfficer[" + agency + "]";
  }
}
