package org.disclosureledger.service.deadline;

import org.disclosureledger.service.vocabulary.Labelled;

/** Why a due time is set. */
public enum DeadlineCause implements Labelled {
  RECORDING("ghi nhận yêu cầu", "recording"),
  EXTENSION("gia hạn", "extension"),
  RECOMPUTATION("tính lại", "recomputation");

  private final String vi;
  private final String en;

  DeadlineCause(String vi, String en) {
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
