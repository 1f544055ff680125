package org.disclosureledger.service.agency.command;

import java.time.LocalDate;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.jspecify.annotations.Nullable;

/**
 * Corrects kind, names and validity, all of them, however often; the code never changes.
 *
 * @param province two digits, of the national list of units; absent for a national agency
 * @param validFrom first day, Asia/Ho_Chi_Minh
 * @param validUntil last day, included; absent while none is known
 */
public record AmendAgency(
    AgencyCode agency,
    AgencyKind kind,
    @Nullable String province,
    String nameVi,
    String nameEn,
    LocalDate validFrom,
    @Nullable LocalDate validUntil)
    implements AgencyCommand {

  public AmendAgency {
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
