package org.disclosureledger.service.envelope;

import org.disclosureledger.format.StreamId;

/** What a person, or the system, asks the ledger to do with one stream. */
public interface LedgerCommand {
  /** The stream that the command's events go to. */
  StreamId stream();
}
