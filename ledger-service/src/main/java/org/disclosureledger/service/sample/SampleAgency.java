package org.disclosureledger.service.sample;

import java.util.List;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;

/**
 * An agency that does not exist: its places are called Example, Assumed, Imaginary.
 *
 * @param province two digits that the national list of units gives to no province
 */
record SampleAgency(
    AgencyCode code,
    AgencyKind kind,
    String province,
    String nameVi,
    String nameEn,
    CaseType caseType) {
  private static final String VI_DU = "97";
  private static final String GIA_DINH = "98";
  private static final String TUONG_TUONG = "99";

  /** Ends in the middle of the half-year. */
  static final SampleAgency ENDING =
      agency(
          "CQDT-MAU-02",
          AgencyKind.INVESTIGATION_AGENCY,
          VI_DU,
          "Cơ quan điều tra tỉnh Ví Dụ",
          "Investigation Agency of Vi Du Province",
          CaseType.CRIMINAL);

  /** Takes over from {@link #ENDING}. */
  static final SampleAgency SUCCESSOR =
      agency(
          "CQDT-MAU-03",
          AgencyKind.INVESTIGATION_AGENCY,
          VI_DU,
          "Cơ quan điều tra tỉnh Ví Dụ Hợp Nhất",
          "Investigation Agency of Merged Vi Du Province",
          CaseType.CRIMINAL);

  /** Asks now and then, and is not in the register. */
  static final SampleAgency STRANGER =
      agency(
          "TA-MAU-09",
          AgencyKind.COURT,
          VI_DU,
          "Tòa án huyện Thí Dụ",
          "Court of Thi Du District",
          CaseType.CIVIL);

  /** Gets a new name in the half-year. */
  static final SampleAgency AMENDED =
      agency(
          "SO-MAU-01",
          AgencyKind.PROVINCIAL_DEPARTMENT,
          GIA_DINH,
          "Sở Chuyên ngành Mẫu tỉnh Giả Định",
          "Sample Department of Gia Dinh Province",
          CaseType.STATE_MANAGEMENT);

  /** In the register from the first day to the last. */
  static final List<SampleAgency> LASTING =
      List.of(
          agency(
              "CQDT-MAU-01",
              AgencyKind.INVESTIGATION_AGENCY,
              GIA_DINH,
              "Cơ quan điều tra tỉnh Giả Định",
              "Investigation Agency of Gia Dinh Province",
              CaseType.CRIMINAL),
          agency(
              "ANM-MAU-01",
              AgencyKind.CYBERSECURITY_FORCE,
              GIA_DINH,
              "Phòng An ninh mạng tỉnh Giả Định",
              "Cybersecurity Division of Gia Dinh Province",
              CaseType.CYBERSECURITY),
          agency(
              "ANM-MAU-02",
              AgencyKind.CYBERSECURITY_FORCE,
              VI_DU,
              "Phòng An ninh mạng tỉnh Ví Dụ",
              "Cybersecurity Division of Vi Du Province",
              CaseType.CYBERSECURITY),
          agency(
              "ANQG-MAU-01",
              AgencyKind.NATIONAL_SECURITY_FORCE,
              GIA_DINH,
              "Cơ quan An ninh tỉnh Giả Định",
              "Security Agency of Gia Dinh Province",
              CaseType.NATIONAL_SECURITY),
          agency(
              "CA-MAU-01",
              AgencyKind.PROVINCIAL_POLICE,
              VI_DU,
              "Công an tỉnh Ví Dụ",
              "Police of Vi Du Province",
              CaseType.MISSING_PERSON),
          agency(
              "CA-MAU-02",
              AgencyKind.COMMUNE_POLICE,
              VI_DU,
              "Công an xã Minh Họa",
              "Police of Minh Hoa Commune",
              CaseType.ADMINISTRATIVE),
          agency(
              "VKS-MAU-01",
              AgencyKind.PROCURACY,
              GIA_DINH,
              "Viện kiểm sát tỉnh Giả Định",
              "Procuracy of Gia Dinh Province",
              CaseType.CRIMINAL),
          agency(
              "TA-MAU-01",
              AgencyKind.COURT,
              TUONG_TUONG,
              "Tòa án thành phố Tưởng Tượng",
              "Court of Tuong Tuong City",
              CaseType.CIVIL),
          agency(
              "TTR-MAU-01",
              AgencyKind.INSPECTORATE,
              VI_DU,
              "Thanh tra tỉnh Ví Dụ",
              "Inspectorate of Vi Du Province",
              CaseType.INSPECTION),
          AMENDED,
          agency(
              "UBND-MAU-01",
              AgencyKind.PEOPLES_COMMITTEE,
              VI_DU,
              "Ủy ban nhân dân xã Minh Họa",
              "People's Committee of Minh Hoa Commune",
              CaseType.OTHER));

  private static SampleAgency agency(
      String code,
      AgencyKind kind,
      String province,
      String nameVi,
      String nameEn,
      CaseType caseType) {
    return new SampleAgency(new AgencyCode(code), kind, province, nameVi, nameEn, caseType);
  }
}
