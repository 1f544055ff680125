package org.disclosureledger.service.request.content;

import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param code of the agency, in upper case
 * @param unit within it
 */
public record AgencyName(String code, AgencyKind kind, @Nullable String unit) {

  public AgencyName {
    code = Form.agencyCode("code", code);
    kind = Form.required("kind", kind);
    unit = Form.text("unit", unit);
  }

  /** Without the unit, which may point to a person. */
  @Override
  public String toString() {
    return "AgencyName[" + code + "]";
  }
}
