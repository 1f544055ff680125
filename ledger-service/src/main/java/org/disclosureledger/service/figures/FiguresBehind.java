package org.disclosureledger.service.figures;

/** Figures were asked for that would leave out what the ledger has acknowledged; ask again. */
public final class FiguresBehind extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FiguresBehind(String detail) {
    super(detail);
  }
}
