package org.disclosureledger.service.envelope;

/**
 * The ledger does not exist, or not for this caller: both are answered alike, because which ledgers
 * exist is nobody's hint.
 */
public class UnknownLedger extends CommandRefused {
  private static final long serialVersionUID = 1L;

  private enum Rule implements RefusalRule {
    LEDGER_NOT_FOUND;

    @Override
    public Answer answer() {
      return new Answer(404, "Không có sổ này", "No such ledger");
    }
  }

  public UnknownLedger(String ledger) {
    super(Rule.LEDGER_NOT_FOUND, ledger);
  }
}
