package org.disclosureledger.service.reconciliation;

/** What the events of one reconciliation amount to: it is made once. */
record ReconciliationState(boolean recorded) {
  static final ReconciliationState EMPTY = new ReconciliationState(false);
  static final ReconciliationState RECORDED = new ReconciliationState(true);
}
