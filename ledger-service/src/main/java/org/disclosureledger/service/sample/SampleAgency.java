package org.disclosureledger.service.sample;

import java.util.List;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;

/** An agency that does not exist: its places are called Example, Assumed, Imaginary. */
record SampleAgency(String code, AgencyKind kind, String name, CaseType caseType) {
  static final List<SampleAgency> ALL =
      List.of(
          new SampleAgency(
              "ANM-MAU",
              AgencyKind.CYBERSECURITY_FORCE,
              "Phòng An ninh mạng tỉnh Giả Định",
              CaseType.CYBERSECURITY),
          new SampleAgency(
              "ANM-VIDU",
              AgencyKind.CYBERSECURITY_FORCE,
              "Phòng An ninh mạng tỉnh Ví Dụ",
              CaseType.CYBERSECURITY),
          new SampleAgency(
              "CQDT-MAU",
              AgencyKind.INVESTIGATION_AGENCY,
              "Cơ quan điều tra tỉnh Giả Định",
              CaseType.CRIMINAL),
          new SampleAgency(
              "CQDT-VIDU",
              AgencyKind.INVESTIGATION_AGENCY,
              "Cơ quan điều tra tỉnh Ví Dụ",
              CaseType.CRIMINAL),
          new SampleAgency(
              "CQDT-TUONGTUONG",
              AgencyKind.INVESTIGATION_AGENCY,
              "Cơ quan điều tra thành phố Tưởng Tượng",
              CaseType.CRIMINAL),
          new SampleAgency(
              "ANQG-MAU",
              AgencyKind.NATIONAL_SECURITY_FORCE,
              "Cơ quan An ninh tỉnh Giả Định",
              CaseType.NATIONAL_SECURITY),
          new SampleAgency(
              "CA-VIDU",
              AgencyKind.PROVINCIAL_POLICE,
              "Công an tỉnh Ví Dụ",
              CaseType.MISSING_PERSON),
          new SampleAgency(
              "CA-MINHHOA",
              AgencyKind.COMMUNE_POLICE,
              "Công an xã Minh Họa",
              CaseType.ADMINISTRATIVE),
          new SampleAgency(
              "VKS-MAU", AgencyKind.PROCURACY, "Viện kiểm sát tỉnh Giả Định", CaseType.CRIMINAL),
          new SampleAgency(
              "TA-TUONGTUONG", AgencyKind.COURT, "Tòa án thành phố Tưởng Tượng", CaseType.CIVIL),
          new SampleAgency(
              "TTR-VIDU", AgencyKind.INSPECTORATE, "Thanh tra tỉnh Ví Dụ", CaseType.INSPECTION),
          new SampleAgency(
              "SO-MAU",
              AgencyKind.PROVINCIAL_DEPARTMENT,
              "Sở Chuyên ngành Mẫu tỉnh Giả Định",
              CaseType.STATE_MANAGEMENT),
          new SampleAgency(
              "UBND-MINHHOA",
              AgencyKind.PEOPLES_COMMITTEE,
              "Ủy ban nhân dân xã Minh Họa",
              CaseType.OTHER));
}
