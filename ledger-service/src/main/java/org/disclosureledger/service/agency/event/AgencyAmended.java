package org.disclosureledger.service.agency.event;

import java.time.LocalDate;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.jspecify.annotations.Nullable;

/**
 * {@code agency.amended}: what stands here replaces what was said before.
 *
 * @param validFrom first day, Asia/Ho_Chi_Minh
 * @param validUntil last day, included; absent while none is known
 */
public record AgencyAmended(
    AgencyKind kind,
    String nameVi,
    String nameEn,
    LocalDate validFrom,
    @Nullable LocalDate validUntil)
    implements AgencyEvent {}
