package org.disclosureledger.service.agency.event;

import java.time.LocalDate;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.jspecify.annotations.Nullable;

/**
 * {@code agency.amended}: what stands here replaces what was said before.
 *
 * @param province two digits, of the national list of units; absent for a national agency
 * @param validFrom first day, Asia/Ho_Chi_Minh
 * @param validUntil last day, included; absent while none is known
 */
public record AgencyAmended(
    AgencyKind kind,
    @Nullable String province,
    String nameVi,
    String nameEn,
    LocalDate validFrom,
    @Nullable LocalDate validUntil)
    implements AgencyEvent {}
