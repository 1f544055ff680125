package org.disclosureledger.service.reconciliation.event;

/** Why a row or a request is not simply matched; names stand in entries. */
public enum DifferenceKind {
  DIFFERING("khác nhau", "both, with differences"),
  THEIRS_ONLY("chỉ có ở cơ quan", "theirs only"),
  OURS_ONLY("chỉ có ở sổ", "ours only"),
  UNMATCHABLE("không đối chiếu được", "cannot be matched"),
  CORRECTED("khớp sau khi đính chính", "matched since ours was corrected");

  private final String vi;
  private final String en;

  DifferenceKind(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  public String vi() {
    return vi;
  }

  public String en() {
    return en;
  }
}
