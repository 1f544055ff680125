package org.disclosureledger.service.vocabulary;

/** Whether an error was caught before anything was disclosed by it. */
public enum ErrorSeverity implements Labelled {
  RECORDABLE("phát hiện trước khi cung cấp", "caught before disclosure"),
  REPORTABLE("đã cung cấp sai", "disclosed");

  private final String vi;
  private final String en;

  ErrorSeverity(String vi, String en) {
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
