package org.disclosureledger.service.agency.command;

import java.time.LocalDate;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.jspecify.annotations.Nullable;

/**
 * Puts an agency into the register.
 *
 * @param province two digits, of the national list of units; absent for a national agency
 * @param validFrom first day, Asia/Ho_Chi_Minh
 * @param validUntil last day, included; absent while none is known
 */
public record RegisterAgency(
    AgencyCode agency,
    AgencyKind kind,
    @Nullable String province,
    String nameVi,
    String nameEn,
    LocalDate validFrom,
    @Nullable LocalDate validUntil)
    implements AgencyCommand {

  public RegisterAgency {
    agency = Form.required("agency", agency);
    kind = Form.required("kind", kind);
    province = Form.optionalProvince("province", province);
    nameVi = Form.name("nameVi", MAX_NAME, nameVi);
    nameEn = Form.name("nameEn", MAX_NAME, nameEn);
    validFrom = Form.date("validFrom", validFrom);
    validUntil = Form.optionalDate("validUntil", validUntil);
    Form.inOrder(validFrom, validUntil);
  }
}
