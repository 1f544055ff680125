package org.disclosureledger.service.vocabulary;

/** Who reports an offence of their own accord. */
public enum InformantKind implements Labelled {
  CITIZEN("công dân", "citizen"),
  ORGANISATION("tổ chức", "organisation"),
  ENTERPRISE("doanh nghiệp", "enterprise");

  private final String vi;
  private final String en;

  InformantKind(String vi, String en) {
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
