package org.disclosureledger.service.vocabulary;

/** The kind of case for which data is asked. */
public enum CaseType implements Labelled {
  NATIONAL_SECURITY("an ninh quốc gia", "national security"),
  CYBERSECURITY("an ninh mạng", "cybersecurity"),
  CRIMINAL("hình sự", "criminal"),
  CIVIL("dân sự", "civil"),
  ADMINISTRATIVE("hành chính", "administrative"),
  MISSING_PERSON("tìm người mất tích", "missing person"),
  INSPECTION("thanh tra, kiểm tra", "inspection"),
  STATE_MANAGEMENT("quản lý nhà nước", "state management"),
  OTHER("khác", "other");

  private final String vi;
  private final String en;

  CaseType(String vi, String en) {
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
