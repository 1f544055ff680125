package org.disclosureledger.service.agency.command;

import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.VerificationMethod;

/**
 * Adds a way to reach the agency, once somebody has checked it.
 *
 * @param value number or address
 * @param emergency whether it answers day and night
 */
public record VerifyContact(
    AgencyCode agency, Channel channel, VerificationMethod method, String value, boolean emergency)
    implements AgencyCommand {

  public VerifyContact {
    agency = Form.required("agency", agency);
    channel = Form.required("channel", channel);
    method = Form.required("method", method);
    value = Form.name("value", MAX_NAME, value);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "VerifyContact[" + agency + "]";
  }
}
