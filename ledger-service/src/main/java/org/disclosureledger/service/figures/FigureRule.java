package org.disclosureledger.service.figures;

import org.disclosureledger.service.envelope.RefusalRule;

/** Why figures are not given now. */
public enum FigureRule implements RefusalRule {
  FIGURES_BEHIND(
      503,
      "Số liệu chưa theo kịp sổ; hãy gửi lại sau",
      "The figures have not caught up with the ledger; repeat later");

  private final Answer answer;

  FigureRule(int status, String titleVi, String titleEn) {
    answer = new Answer(status, titleVi, titleEn);
  }

  @Override
  public Answer answer() {
    return answer;
  }
}
