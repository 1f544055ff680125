package org.disclosureledger.service.deadline;

import org.disclosureledger.service.vocabulary.Labelled;

/** What a due time rests on. */
public enum DeadlineBasis implements Labelled {
  POLICY("chính sách", "policy"),
  STATED("thời hạn cơ quan nêu", "stated by the agency"),
  EXTENSION("gia hạn", "extension"),
  DEFAULT("mặc định", "default"),
  NONE("không có thời hạn", "no deadline");

  private final String vi;
  private final String en;

  DeadlineBasis(String vi, String en) {
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
