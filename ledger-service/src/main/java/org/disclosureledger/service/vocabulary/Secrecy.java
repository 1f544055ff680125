package org.disclosureledger.service.vocabulary;

/** Độ mật of a document; above {@link #NORMAL} only its number and dates are recorded. */
public enum Secrecy implements Labelled {
  NORMAL("Thường", "normal"),
  CONFIDENTIAL("Mật", "confidential"),
  SECRET("Tối mật", "secret"),
  TOP_SECRET("Tuyệt mật", "top secret");

  private final String vi;
  private final String en;

  Secrecy(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  /** True above Thường: the ledger then takes the document's number and dates only. */
  public boolean aboveNormal() {
    return this != NORMAL;
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
