package org.disclosureledger.service.vocabulary;

/** What kind of body asks. */
public enum AgencyKind implements Labelled {
  NATIONAL_SECURITY_FORCE(
      "cơ quan chuyên trách bảo vệ an ninh quốc gia", "force protecting national security"),
  CYBERSECURITY_FORCE(
      "lực lượng chuyên trách bảo vệ an ninh mạng", "force protecting cybersecurity"),
  INVESTIGATION_AGENCY("cơ quan điều tra", "investigation agency"),
  PROCURACY("viện kiểm sát", "procuracy"),
  COURT("tòa án", "court"),
  INSPECTORATE("thanh tra", "inspectorate"),
  PROVINCIAL_POLICE("công an tỉnh", "provincial police"),
  COMMUNE_POLICE("công an xã", "commune police"),
  PROVINCIAL_DEPARTMENT("sở chuyên ngành", "provincial department"),
  PEOPLES_COMMITTEE("ủy ban nhân dân", "people's committee");

  private final String vi;
  private final String en;

  AgencyKind(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  @Override
  public String vi() {
    return vi;
  }

  @Override
  public String en() {
    return en;
  }
}
