package org.disclosureledger.service.timer;

/** Has due times counted again, set in the caller's transaction. */
@FunctionalInterface
interface RecountClient {
  /** Once for each name, however often it is set. */
  void set(Recount recount);
}
