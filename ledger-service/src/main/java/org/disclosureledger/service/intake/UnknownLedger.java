package org.disclosureledger.service.intake;

import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.RefusalRule;

/** The ledger does not exist, or not for this caller: both are answered alike. */
public class UnknownLedger extends CommandRefused {
  private static final long serialVersionUID = 1L;

  private enum Rule implements RefusalRule {
    LEDGER_NOT_FOUND;

    @Override
    public String code() {
      return "ledger-not-found";
    }

    @Override
    public int status() {
      return 404;
    }

    @Override
    public String titleVi() {
      return "Không có sổ này";
    }

    @Override
    public String titleEn() {
      return "No such ledger";
    }
  }

  public UnknownLedger(String ledger) {
    super(Rule.LEDGER_NOT_FOUND, ledger);
  }
}
