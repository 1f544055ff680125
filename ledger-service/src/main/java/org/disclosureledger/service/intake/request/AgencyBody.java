package org.disclosureledger.service.intake.request;

import org.disclosureledger.service.vocabulary.AgencyKind;
import org.jspecify.annotations.Nullable;

/** The agency that asks, and the unit within it. */
record AgencyBody(String code, AgencyKind kind, @Nullable String unit) {
  @Override
  public String toString() {
    return "AgencyBody";
  }
}
