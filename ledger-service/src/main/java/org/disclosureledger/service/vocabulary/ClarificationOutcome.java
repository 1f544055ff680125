package org.disclosureledger.service.vocabulary;

/** How a question to the agency ended. */
public enum ClarificationOutcome implements Labelled {
  ANSWERED("đã trả lời", "answered"),
  WITHDRAWN("đã rút câu hỏi", "withdrawn");

  private final String vi;
  private final String en;

  ClarificationOutcome(String vi, String en) {
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
