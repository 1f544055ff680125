package org.disclosureledger.service.vocabulary;

/** How a signature is tied to its document. */
public enum SignatureFormat implements Labelled {
  /** ETSI EN 319 142, and PDF signatures before it. */
  PADES("trong tệp PDF (PAdES)", "within the PDF (PAdES)"),
  /** ETSI EN 319 122, and plain CMS (RFC 5652). */
  CADES("CMS / CAdES (p7s, p7m)", "CMS or CAdES (p7s, p7m)"),
  /** ETSI EN 319 162, with CAdES signatures. */
  ASIC("trong bộ chứa ASiC", "in an ASiC container");

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
