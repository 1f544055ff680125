package org.disclosureledger.service.register;

/** Orders of the register's list. */
public enum RegisterSort {
  /** Last received first. */
  RECEIVED,
  /** Soonest due first; those without a due time last. */
  DUE
}
