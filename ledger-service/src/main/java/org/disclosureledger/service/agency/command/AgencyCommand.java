package org.disclosureledger.service.agency.command;

import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.envelope.LedgerCommand;

/**
 * What an administrator asks the ledger to do with one agency of the register. Members are checked
 * on construction, which throws {@link org.disclosureledger.service.envelope.CommandRefused}.
 */
public sealed interface AgencyCommand extends LedgerCommand
    permits RegisterAgency,
        AmendAgency,
        SucceedAgency,
        VerifyContact,
        RetireContact,
        RegisterOfficer,
        RetireOfficer {

  /** Of names and of contacts, in UTF-16 units. */
  int MAX_NAME = 300;

  AgencyCode agency();

  @Override
  default StreamId stream() {
    return agency().stream();
  }
}
