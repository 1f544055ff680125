package org.disclosureledger.service.report;

import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.vocabulary.Labelled;

/** What kind of report. */
public enum ReportKind implements Labelled {
  HALF_YEAR("báo cáo sáu tháng", "half-year report"),
  YEAR("báo cáo năm", "annual report"),
  AD_HOC("báo cáo đột xuất", "ad hoc report");

  private final String vi;
  private final String en;

  ReportKind(String vi, String en) {
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

  /** Whether a report of this kind may be about the period. */
  public boolean fits(ReportingPeriod period) {
    return switch (this) {
      case HALF_YEAR -> period.isHalfYear();
      case YEAR -> period.isYear();
      case AD_HOC -> true;
    };
  }
}
