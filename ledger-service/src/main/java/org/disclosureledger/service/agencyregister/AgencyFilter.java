package org.disclosureledger.service.agencyregister;

import java.time.LocalDate;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.jspecify.annotations.Nullable;

/**
 * Which agencies to list; an absent member does not restrict.
 *
 * @param province two digits
 * @param validOn a day of Asia/Ho_Chi_Minh
 * @param text what the code or a name begins with; case and marks do not matter
 */
public record AgencyFilter(
    @Nullable AgencyKind kind,
    @Nullable String province,
    @Nullable LocalDate validOn,
    @Nullable String text) {
  public static final AgencyFilter ALL = new AgencyFilter(null, null, null, null);
}
