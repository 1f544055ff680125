package org.disclosureledger.service.vocabulary;

/** How one request has to do with another. */
public enum LinkRelation implements Labelled {
  DUPLICATE_OF("trùng với", "duplicate of"),
  CONTINUES("tiếp nối", "continues"),
  REPLACES("thay thế", "replaces"),
  RELATED("liên quan đến", "related to");

  private final String vi;
  private final String en;

  LinkRelation(String vi, String en) {
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
