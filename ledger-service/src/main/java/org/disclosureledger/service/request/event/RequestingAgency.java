package org.disclosureledger.service.request.event;

import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.vocabulary.AgencyKind;

/**
 * Who asks.
 *
 * @param code of the agency; entries of before codes were put into upper case may hold another
 * @param unit the unit within it, committed
 */
public record RequestingAgency(String code, AgencyKind kind, Committed<String> unit) {

  /** The code as registers compare it; one that is no code, past every door, as it stands. */
  public String registeredCode() {
    try {
      return Form.agencyCode("code", code);
    } catch (CommandRefused noCode) {
      return code;
    }
  }
}
