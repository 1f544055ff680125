package org.disclosureledger.service.figures;

import org.disclosureledger.service.envelope.RefusalRule;

/** Why figures are not given now. */
public enum FigureRule implements RefusalRule {
  FIGURES_BEHIND(
      503,
      "Số liệu chưa theo kịp sổ; hãy gửi lại sau",
      "The figures have not caught up with the ledger; repeat later"),
  FIGURES_BUSY(
      503,
      "Đang lập nhiều số liệu hoặc văn bản cùng lúc; hãy gửi lại sau",
      "Too many figures or documents are being made at once; repeat later");

  private final Answer answer;

  FigureRule(int status, String titleVi, String titleEn) {
    answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
