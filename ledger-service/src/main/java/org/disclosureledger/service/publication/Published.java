package org.disclosureledger.service.publication;

/**
 * How far a ledger is published.
 *
 * @param entries how many of its entries the brokers have
 * @param checkpoint the size of the last checkpoint that they have; 0 for none
 */
record Published(long entries, long checkpoint) {
  static final Published NOTHING = new Published(0, 0);
}
