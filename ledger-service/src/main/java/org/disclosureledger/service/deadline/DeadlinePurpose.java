package org.disclosureledger.service.deadline;

import org.disclosureledger.service.vocabulary.Labelled;

/** What has to be done by the due time. */
public enum DeadlinePurpose implements Labelled {
  ANSWER("trả lời", "answer"),
  CONFIRM_IN_WRITING("xác nhận bằng văn bản", "confirm in writing");

  private final String vi;
  private final String en;

  DeadlinePurpose(String vi, String en) {
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
