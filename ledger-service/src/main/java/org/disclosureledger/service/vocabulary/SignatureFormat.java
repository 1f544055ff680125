package org.disclosureledger.service.vocabulary;

/** The form of a signature on a document. */
public enum SignatureFormat implements Labelled {
  PADES("PAdES trong PDF", "PAdES in a PDF"),
  CADES("CAdES", "CAdES"),
  ASIC("ASiC", "ASiC container");

  private final String vi;
  private final String en;

  SignatureFormat(String vi, String en) {
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
