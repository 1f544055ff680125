package org.disclosureledger.service.agencyregister;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One agency as the register lists it.
 *
 * @param province two digits; absent for a national agency
 * @param validFrom first day, Asia/Ho_Chi_Minh
 * @param validUntil last day, included; absent while none is known
 * @param successor code of the agency that took over
 * @param contacts how many contacts are current
 * @param emergencyContacts how many of these answer day and night
 * @param officers how many are registered and not retired
 * @param sequence of the last entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgencyRow(
    String code,
    String kind,
    @Nullable String province,
    String nameVi,
    String nameEn,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable String successor,
    @Nullable LocalDate successorFrom,
    int contacts,
    int emergencyContacts,
    int officers,
    long sequence) {}
