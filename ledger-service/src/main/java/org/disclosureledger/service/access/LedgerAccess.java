package org.disclosureledger.service.access;

/** Which ledgers a person may see at all; what they may do there is the role's matter. */
@FunctionalInterface
public interface LedgerAccess {
  boolean mayRead(SignedInUser user, String ledger);
}
