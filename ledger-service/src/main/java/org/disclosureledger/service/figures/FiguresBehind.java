package org.disclosureledger.service.figures;

import org.disclosureledger.service.envelope.CommandRefused;

/**
 * Figures were asked for that would leave out what the ledger has acknowledged; ask again. A
 * refusal of its own rule, so that whoever asks over HTTP gets the same answer everywhere.
 */
public final class FiguresBehind extends CommandRefused {
  private static final long serialVersionUID = 1L;

  public FiguresBehind(String detail) {
    super(FigureRule.FIGURES_BEHIND, detail);
  }
}
