package org.disclosureledger.service.reconciliation.event;

/** What happened in a stream {@code reconciliation/<uuid>}. */
public sealed interface ReconciliationEvent permits ReconciliationRecorded {}
