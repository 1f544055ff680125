package org.disclosureledger.service.vocabulary;

/** How soon the enterprise handles the request; no clock depends on it. */
public enum Priority implements Labelled {
  ROUTINE("thông thường", "routine"),
  HIGH("cao", "high"),
  HIGHEST("cao nhất", "highest");

  private final String vi;
  private final String en;

  Priority(String vi, String en) {
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
