package org.disclosureledger.service.agency;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may act for an agency; the name is in the vault alone.
 *
 * @param validFrom first day, Asia/Ho_Chi_Minh
 * @param validUntil last day, included; absent while none is known
 * @param retired whether the end was said by a retirement
 */
public record AgencyOfficer(
    UUID officer, LocalDate validFrom, @Nullable LocalDate validUntil, boolean retired) {

  AgencyOfficer retiredFrom(LocalDate from) {
    LocalDate last = from.minusDays(1);
    boolean ended = validUntil != null && validUntil.isBefore(last);
    return new AgencyOfficer(officer, validFrom, ended ? validUntil : last, true);
  }
}
