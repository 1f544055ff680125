package org.disclosureledger.verifier.report;

import java.util.Locale;

/** One line of the report: a grade, how it came out, and on what evidence. */
public record GradeResult(Grade grade, Status status, String evidence) {

  /** Outcomes of a grade (FORMAT §8). */
  public enum Status {
    PASS,
    FAIL,
    NOT_CHECKED;

    /** As printed: {@code pass}, {@code fail}, {@code not checked}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  public static GradeResult pass(Grade grade, String evidence) {
    return new GradeResult(grade, Status.PASS, evidence);
  }

  public static GradeResult fail(Grade grade, String evidence) {
    return new GradeResult(grade, Status.FAIL, evidence);
  }

  public static GradeResult notChecked(Grade grade, String reason) {
    return new GradeResult(grade, Status.NOT_CHECKED, reason);
  }
}
