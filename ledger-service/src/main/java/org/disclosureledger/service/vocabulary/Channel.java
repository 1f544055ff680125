package org.disclosureledger.service.vocabulary;

/** The way by which a request came in or an answer went out. */
public enum Channel implements Labelled {
  OFFICIAL_LETTER("công văn", "official letter"),
  EMAIL("thư điện tử", "e-mail"),
  TELEPHONE("điện thoại", "telephone"),
  IN_PERSON("trực tiếp", "in person"),
  FAX("fax", "fax"),
  PORTAL("cổng / API", "portal or API"),
  OTHER_CONFIRMED("khác đã xác nhận", "other, confirmed");

  private final String vi;
  private final String en;

  Channel(String vi, String en) {
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
